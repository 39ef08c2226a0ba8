using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Brings the plugins that come with the server into its plugins folder, before any is loaded.</summary>
public sealed class BundledPlugins(IOptions<PluginsOptions> options, PluginFolder plugins, ILogger<BundledPlugins> log)
{
    private readonly HashSet<(string Id, string Version)> _bundled = [];

    public bool Holds(string id, string version) => _bundled.Contains((id, version));

    public void Stage()
    {
        if (Source() is not { } source)
        {
            log.NoBundledPlugins();
            return;
        }

        foreach (var package in PluginFolder.Find(source))
        {
            _bundled.Add((package.Id, package.Version));
            try
            {
                Stage(package);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The others, and the version that may lie there from before, still start.
                log.NotStaged(package.Id, error);
            }
        }
    }

    private void Stage(PluginPackage package)
    {
        var target = Path.Combine(plugins.Path, package.Id, package.Version);
        if (Directory.Exists(target) && SameFiles(package.Folder, target))
        {
            return;
        }

        var copy = Path.Combine(plugins.Path, package.Id, $".{Guid.NewGuid():N}");
        var old = copy + ".old";
        try
        {
            Copy(package.Folder, copy);
            if (Directory.Exists(target))
            {
                Directory.Move(target, old);
            }

            Directory.Move(copy, target);
            log.Staged(package.Id, package.Version);
        }
        finally
        {
            Remove(copy);
            Remove(old);
        }
    }

    // The lists hold the hash of every file; a copy that was tampered with is found when it is loaded.
    private static bool SameFiles(string source, string target)
    {
        var (from, to) = (Path.Combine(source, FileList.FileName), Path.Combine(target, FileList.FileName));
        return File.Exists(from) && File.Exists(to) && File.ReadAllBytes(from).AsSpan().SequenceEqual(File.ReadAllBytes(to));
    }

    private static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string? Source()
    {
        if (options.Value.BundledDirectory is { Length: > 0 } configured)
        {
            return Directory.Exists(configured) ? Path.GetFullPath(configured) : null;
        }

        var beside = Path.Combine(AppContext.BaseDirectory, "plugins");
        return Directory.Exists(beside) ? beside : InRepository();
    }

    private static string? InRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SocialCrmServer.sln")))
            {
                var built = Path.Combine(folder.FullName, "artifacts", "plugins");
                return Directory.Exists(built) ? built : null;
            }
        }

        return null;
    }
}
