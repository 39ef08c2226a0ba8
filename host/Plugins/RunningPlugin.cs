using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;

namespace SocialCrm.Host.Plugins;

/// <summary>A plugin that was loaded, with everything it brings.</summary>
internal sealed class RunningPlugin
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);
    private readonly LoadedPlugin _loaded;
    private readonly ILogger _log;

    public RunningPlugin(PluginPackage package, LoadedPlugin loaded, TimeProvider time, ILogger log)
    {
        Manifest = package.Manifest!;
        _loaded = loaded;
        _log = log;
        Time = time;
        Guard = new PluginGuard(Manifest.Id, time, log);
        Connectors = [.. loaded.Connectors.Select(c => new RunningConnector(c, this))];
        Classifiers = [.. loaded.Classifiers.Select(c => new RunningClassifier(c, this))];
    }

    public PluginManifest Manifest { get; }

    public PluginGuard Guard { get; }

    public TimeProvider Time { get; }

    public IServiceProvider Services => _loaded.Services;

    public IReadOnlyList<RunningConnector> Connectors { get; }

    public IReadOnlyList<RunningClassifier> Classifiers { get; }

    public WeakReference Context => _loaded.Context;

    /// <summary>Ends its calls, disposes what is its own and lets go of its code.</summary>
    public async Task StopAsync()
    {
        await Guard.StopAsync(Drain);
        foreach (var connector in Connectors)
        {
            await connector.ForgetAllAsync();
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
