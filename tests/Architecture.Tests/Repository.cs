using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace SocialCrm.Architecture.Tests;

/// <summary>The sources of this repository, as they lie on disk.</summary>
internal static class Repository
{
    private static readonly string[] NotSources = ["bin", "obj", "node_modules", "dist", "artifacts", "Migrations"];

    public static string Root { get; } = Find();

    /// <summary>All hand-written C# files below a folder.</summary>
    public static IEnumerable<SourceFile> Sources(params string[] folders) =>
        folders.Select(f => Path.Combine(Root, f)).Where(Directory.Exists).SelectMany(Files).Select(path => new SourceFile(Path.GetRelativePath(Root, path), File.ReadAllText(path)));

    public static IEnumerable<(string Path, XDocument Content)> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(Root, path), XDocument.Load(path)));

    public static IEnumerable<string> References(this XDocument project, string kind) =>
        project.Descendants(kind).Select(e => e.Attribute("Include")?.Value).OfType<string>();

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs")
            .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotSources.Contains(Path.GetFileName(d), StringComparer.Ordinal)).SelectMany(Files));

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath("../..", Path.GetDirectoryName(here)!);
}
