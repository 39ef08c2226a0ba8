using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

/// <summary>A plugin that was loaded, with everything it brings.</summary>
internal sealed class RunningPlugin
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);
    private readonly LoadedPlugin _loaded;
    private readonly ILogger _log;

    public RunningPlugin(PluginPackage package, LoadedPlugin loaded, PluginSettings settings, TimeProvider time, ILogger log)
    {
        Manifest = package.Manifest!;
        _loaded = loaded;
        _log = log;
        Time = time;
        Guard = new PluginGuard(Manifest.Id, time, log);
        Connectors = [.. loaded.Connectors.Select(c => new RunningConnector(c, this))];
        var setup = PluginSetup.Of(loaded.Settings, settings);
        Classifiers = [.. loaded.Classifiers.Select(c => new RunningClassifier(c, setup, this))];
        Records = [.. loaded.Records.Select(r => new RunningRecordKind(r, this))];
    }

    public PluginManifest Manifest { get; }

    public PluginGuard Guard { get; }

    public TimeProvider Time { get; }

    /// <summary>The form of its own settings; empty where it has none.</summary>
    public IReadOnlyList<SettingField> Settings => _loaded.Settings;

    public IServiceProvider Services => _loaded.Services;

    public IReadOnlyList<RunningConnector> Connectors { get; }

    public IReadOnlyList<RunningClassifier> Classifiers { get; }

    public IReadOnlyList<RunningRecordKind> Records { get; }

    public WeakReference Context => _loaded.Context;

    /// <summary>Has what takes its settings made anew.</summary>
    public async Task ConfigureAsync(PluginSettings settings)
    {
        var setup = PluginSetup.Of(Settings, settings);
        foreach (var classifier in Classifiers)
        {
            await classifier.ConfigureAsync(setup);
        }
    }

    /// <summary>Ends its calls, disposes what is its own and lets go of its code.</summary>
    public async Task StopAsync()
    {
        await Guard.StopAsync(Drain);
        foreach (var connector in Connectors)
        {
            await connector.ForgetAllAsync();
        }

        foreach (var kind in Records)
        {
            await kind.ForgetAllAsync();
        }

        foreach (var classifier in Classifiers)
        {
            await SafelyAsync(classifier.DisposeAsync);
        }

        await SafelyAsync(_loaded.UnloadAsync);
        Guard.Dispose();
    }

    /// <summary>Runs clean-up code of the plugin's, which may throw what it likes or never return.</summary>
    public async ValueTask SafelyAsync(Func<ValueTask> cleanUp)
    {
        try
        {
            await Task.Run(() => cleanUp().AsTask()).WaitAsync(Drain, Time);
        }
        catch (Exception error)
        {
            _log.NotDisposed(Manifest.Id, error.GetType().Name);
        }
    }
}
