using System.Runtime.CompilerServices;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>The code of a running plugin, what it declared, and its own services.</summary>
internal sealed class LoadedPlugin
{
    /// <summary>How long a plugin may take to load and to declare what it brings.</summary>
    public static readonly TimeSpan LoadLimit = TimeSpan.FromSeconds(20);

    private readonly PluginLoadContext _context;
    private readonly ServiceProvider _services;

    private LoadedPlugin(PluginLoadContext context, PluginBuilder built)
    {
        _context = context;
        _services = built.Services.BuildServiceProvider();
        Connectors = built.Connectors;
        Classifiers = built.Classifiers;
        Records = built.Records;
        Settings = built.Settings;
    }

    public IReadOnlyList<ConnectorDeclaration> Connectors { get; }

    public IReadOnlyList<ClassifierDeclaration> Classifiers { get; }

    public IReadOnlyList<RecordDeclaration> Records { get; }

    /// <summary>The form of the plugin's own settings; empty where it has none.</summary>
    public IReadOnlyList<SettingField> Settings { get; }

    public IServiceProvider Services => _services;

    /// <summary>For proving that a stopped plugin leaves the process.</summary>
    public WeakReference Context => new(_context);

    /// <exception cref="InvalidPluginException">It cannot be started; the message says why.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LoadedPlugin Load(PluginPackage package, ILoggerFactory logging, TimeProvider time)
    {
        var manifest = package.Manifest ?? throw new InvalidPluginException(package.Fault ?? "It has no manifest.");
        if (package.Fault is { } fault)
        {
            throw new InvalidPluginException(fault);
        }

        SdkVersion.Check(manifest.Sdk);
        FileList.Verify(package.Folder);
        var path = Path.Combine(package.Folder, manifest.Assembly);
        if (!File.Exists(path) || !File.Exists(Path.ChangeExtension(path, ".deps.json")))
        {
            throw new InvalidPluginException($"{manifest.Assembly} or its .deps.json is missing: build the plugin with EnableDynamicLoading.");
        }

        var context = new PluginLoadContext(manifest.Id, path);
        try
        {
            return new LoadedPlugin(context, Configure(PluginAssembly.FindPlugin(context, path), new PluginBuilder(logging, time)));
        }
        catch
        {
            context.Unload();
            throw;
        }
    }

    public async ValueTask UnloadAsync()
    {
        try
        {
            await _services.DisposeAsync();
        }
        finally
        {
            _context.Unload();
        }
    }

    private static PluginBuilder Configure(Type type, PluginBuilder builder)
    {
        try
        {
            ((IPlugin)Activator.CreateInstance(type)!).Configure(builder);
            return builder;
        }
        catch (Exception error) when (error is not InvalidPluginException)
        {
            var cause = error is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : error;
            throw new InvalidPluginException($"It failed while it was being configured: {cause.Message}");
        }
    }
}
