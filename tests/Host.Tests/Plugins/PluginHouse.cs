using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Tests.Plugins;

/// <summary>The plugins of a server without the server, in a folder of their own.</summary>
internal sealed class PluginHouse : IAsyncDisposable
{
    private static readonly string Artifacts = Path.Combine(Repository(), "artifacts");
    private readonly string _data = Directory.CreateTempSubdirectory("socialcrm-plugins-").FullName;

    /// <param name="withBundled">Whether the plugins that come with the server are there.</param>
    /// <param name="time">By which calls have their budgets.</param>
    public PluginHouse(bool withBundled = false, TimeProvider? time = null)
    {
        var bundled = Path.Combine(_data, "bundled");
        Directory.CreateDirectory(bundled);
        var folder = new PluginFolder(Options.Create(new DatabaseOptions { DataDirectory = _data }));
        Installed = folder.Path;
        Bundled = withBundled ? Path.Combine(Artifacts, "plugins") : bundled;
        var staging = new BundledPlugins(
            Options.Create(new PluginsOptions { BundledDirectory = Bundled }), folder, NullLogger<BundledPlugins>.Instance);
        Runtime = new PluginRuntime(folder, staging, NullLoggerFactory.Instance, time ?? TimeProvider.System, NullLogger<PluginRuntime>.Instance);
    }

    public PluginRuntime Runtime { get; }

    /// <summary>DIR/plugins.</summary>
    public string Installed { get; }

    public string Bundled { get; }

    public Task StartAsync(params string[] stopped) => Runtime.StartAllAsync(stopped.ToDictionary(id => id, _ => new WantedPlugin(Stopped: true, PluginSettings.None)), CancellationToken.None);

    public Task StartAsync(string id, PluginSettings settings) =>
        Runtime.StartAllAsync(new Dictionary<string, WantedPlugin> { [id] = new(Stopped: false, settings) }, CancellationToken.None);

    /// <summary>Puts a test plugin where an admin would; gives its folder.</summary>
    public string Install(string id, string version = "0.1.0") => InstallAt(Installed, id, version);

    /// <summary>Puts a test plugin where those that come with the server lie.</summary>
    public string Bundle(string id) => Copy(Path.Combine(Artifacts, "test-plugins", id, "0.1.0"), Path.Combine(Bundled, id, "0.1.0"));

    /// <summary>The same for a server, whose folder for plugins this is.</summary>
    public static string InstallAt(string plugins, string id, string version = "0.1.0") =>
        Copy(Path.Combine(Artifacts, "test-plugins", id, "0.1.0"), Path.Combine(plugins, id, version));

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static string Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocialCrmServer.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from within the repository.");
        }

        return folder.FullName;
    }
}
