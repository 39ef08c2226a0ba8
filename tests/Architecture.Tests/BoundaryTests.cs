namespace SocialCrm.Architecture.Tests;

/// <summary>The SDK is the boundary between the host and the plugins; references between projects enforce it.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public void Sdk_should_stand_on_abstractions_alone()
    {
        foreach (var (path, project) in Repository.Projects("sdk").Where(p => p.Path.EndsWith("SocialCrm.Sdk.csproj", StringComparison.Ordinal)))
        {
            Assert.Empty(project.References("ProjectReference"));
            Assert.Empty(project.References("FrameworkReference"));
            Assert.All(project.References("PackageReference"), package =>
                Assert.True(package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && package.EndsWith(".Abstractions", StringComparison.Ordinal), $"{path} references {package}"));
        }
    }

    [Fact]
    public void Plugins_should_know_the_sdk_and_nothing_of_the_host()
    {
        foreach (var (path, project) in Repository.Projects("plugins"))
        {
            var plugin = string.Join('/', path.Split('/').Take(2));
            foreach (var reference in project.References("ProjectReference"))
            {
                var target = Path.GetRelativePath(Repository.Root, Path.GetFullPath(reference.Replace('\\', '/'), Path.Combine(Repository.Root, Path.GetDirectoryName(path)!)));
                Assert.True(target.StartsWith("sdk/", StringComparison.Ordinal) || target.StartsWith(plugin + "/", StringComparison.Ordinal), $"{path} references {target}");
            }

            Assert.Empty(project.References("FrameworkReference"));
        }
    }

    [Fact]
    public void Host_should_know_no_plugin_by_its_types()
    {
        var (_, host) = Assert.Single(Repository.Projects("host"));
        var compiled = host.Descendants("ProjectReference").Where(r =>
            r.Attribute("Include")!.Value.Contains("plugins", StringComparison.Ordinal)
            && r.Attribute("ReferenceOutputAssembly")?.Value != "false" && r.Element("ReferenceOutputAssembly")?.Value != "false");

        Assert.Empty(compiled.Select(r => r.ToString()));
    }

    [Fact]
    public void Every_project_should_be_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "SocialCrmServer.sln")).Replace('\\', '/');
        var missing = new[] { "host", "sdk", "plugins", "tests" }.SelectMany(Repository.Projects).Select(p => p.Path).Where(path => !solution.Contains(path, StringComparison.Ordinal));

        Assert.Empty(missing);
    }
}
