using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

/// <summary>
/// The plugins of this server and what they bring, as they stand at this moment. Reading is free of locks; starting and
/// stopping go one at a time.
/// </summary>
public sealed class PluginRuntime(
    PluginFolder folder, BundledPlugins bundled, ILoggerFactory logging, TimeProvider time, ILogger<PluginRuntime> log) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, PluginSettings> _settings = new(StringComparer.Ordinal);
    private volatile PluginSnapshot _now = PluginSnapshot.Empty;

    public IReadOnlyCollection<RunningConnector> Connectors => [.. _now.Connectors.Values.OrderBy(c => c.Descriptor.Id, StringComparer.Ordinal)];

    /// <summary>The classifier to use, or null. One that was added by the organisation goes before the one that came with the server, once its settings are filled in.</summary>
    public RunningClassifier? Classifier => _now.Classifier;

    public IReadOnlyCollection<RunningRecordKind> RecordKinds => [.. _now.Records.Values.OrderBy(r => r.Descriptor.Id, StringComparer.Ordinal)];

    public RunningRecordKind? FindRecordKind(string id) => _now.Records.GetValueOrDefault(id);

    public RunningConnector? FindConnector(string id) => _now.Connectors.GetValueOrDefault(id);

    public IReadOnlyList<PluginInfo> List() => [.. _now.Entries.Values.OrderBy(e => e.Id, StringComparer.Ordinal).Select(Info)];

    public PluginInfo? Find(string id) => _now.Entries.TryGetValue(id, out var entry) ? Info(entry) : null;

    /// <summary>The form of a plugin's own settings, empty where it has none; null while it does not run, since only then it is known.</summary>
    internal IReadOnlyList<SettingField>? FormOf(string id) => _now.Entries.GetValueOrDefault(id)?.Running?.Settings;

    /// <summary>Finds all plugins and starts those that no admin has stopped. None of them can keep the server from starting.</summary>
    internal async Task StartAllAsync(IReadOnlyDictionary<string, WantedPlugin> wanted, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            bundled.Stage();
            foreach (var (id, plugin) in wanted)
            {
                _settings[id] = plugin.Settings;
            }

            foreach (var package in folder.Find())
            {
                Set(new PluginEntry(package, wanted.GetValueOrDefault(package.Id) is { Stopped: true } ? PluginState.Stopped : PluginState.Available));
            }

            foreach (var entry in _now.Entries.Values.Where(e => e.State == PluginState.Available))
            {
                await StartAsync(entry.Package);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Starts a plugin, in the highest version found now; null when there is none of that id.</summary>
    public Task<PluginInfo?> StartAsync(string id, CancellationToken ct) => InTurnAsync(
        id,
        async () =>
        {
            if (_now.Entries.GetValueOrDefault(id)?.Running is null && folder.Find().FirstOrDefault(p => p.Id == id) is { } package)
            {
                await StartAsync(package);
            }
        },
        ct);

    /// <summary>Stops a plugin and unloads it; null when there is none of that id.</summary>
    public Task<PluginInfo?> StopAsync(string id, CancellationToken ct) => InTurnAsync(
        id,
        async () =>
        {
            if (_now.Entries.GetValueOrDefault(id) is { } entry)
            {
                // Out of sight first, so that no new call finds it.
                Set(new PluginEntry(entry.Package, PluginState.Stopped, "An admin has stopped it."));
                await (entry.Running?.StopAsync() ?? Task.CompletedTask);
                log.Stopped(id);
            }
        },
        ct);

    /// <summary>Makes anew, by these settings, what a plugin's settings concern. What is older than those that hold is passed over.</summary>
    internal Task<PluginInfo?> ConfigureAsync(string id, PluginSettings settings, CancellationToken ct) => InTurnAsync(
        id,
        async () =>
        {
            if (settings.Version <= SettingsOf(id).Version)
            {
                return;
            }

            _settings[id] = settings;
            if (_now.Entries.GetValueOrDefault(id) is { Running: { } running } entry)
            {
                await running.ConfigureAsync(settings);
                Set(entry);
                log.Configured(id);
            }
        },
        ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var entry in _now.Entries.Values.ToList())
        {
            await (entry.Running?.StopAsync() ?? Task.CompletedTask);
        }

        _now = PluginSnapshot.Empty;
        _turn.Dispose();
    }

    internal WeakReference? ContextOf(string id) => _now.Entries.GetValueOrDefault(id)?.Running?.Context;

    private async Task<PluginInfo?> InTurnAsync(string id, Func<Task> change, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await change();
        }
        finally
        {
            _turn.Release();
        }

        return Find(id);
    }

    private async Task StartAsync(PluginPackage package)
    {
        try
        {
            // On another thread with a limit: a plugin may hang in Configure, and the server starts all the same.
            var loading = Task.Run(() => LoadedPlugin.Load(package, logging, time));
            var running = new RunningPlugin(package, await loading.WaitAsync(LoadedPlugin.LoadLimit, time), SettingsOf(package.Id), time, log);
            if (_now.Clash(running) is { } clash)
            {
                await running.StopAsync();
                throw new InvalidPluginException(clash);
            }

            Set(new PluginEntry(package, PluginState.Running, null, running));
            log.Started(package.Id, package.Version);
        }
        catch (Exception error)
        {
            var (state, reason) = error switch
            {
                InvalidPluginException invalid => (invalid.State, invalid.Message),
                TimeoutException => (PluginState.Failed, $"It did not start within {LoadedPlugin.LoadLimit.TotalSeconds:0} seconds."),
                _ => (PluginState.Failed, $"It could not be loaded: {error.Message}"),
            };
            log.NotStarted(package.Id, package.Version, reason);
            Set(new PluginEntry(package, state, reason));
        }
    }

    private PluginSettings SettingsOf(string id) => _settings.GetValueOrDefault(id, PluginSettings.None);

    private void Set(PluginEntry entry) => _now = _now.With(entry, e => bundled.Holds(e.Package.Id, e.Package.Version));

    private PluginInfo Info(PluginEntry entry) => entry.Info(bundled.Holds(entry.Id, entry.Package.Version));
}
