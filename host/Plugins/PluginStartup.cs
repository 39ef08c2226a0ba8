using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Plugins;

/// <summary>Starts the plugins before the first request, and follows what is wanted of them, on whichever node that was said.</summary>
internal sealed class PluginStartup(
    PluginRuntime runtime, WantedStates wanted, IOptions<PluginsOptions> options, TimeProvider time, ILogger<PluginStartup> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await runtime.StartAllAsync(await wanted.ReadAsync(cancellationToken), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.WatchEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FollowAsync(await wanted.ReadAsync(stoppingToken), stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.StatesUnread(error);
            }
        }
    }

    private async Task FollowAsync(IReadOnlyDictionary<string, WantedPlugin> wanted, CancellationToken ct)
    {
        // Settings first: what is started then begins with them.
        foreach (var (id, plugin) in wanted)
        {
            await runtime.ConfigureAsync(id, plugin.Settings, ct);
        }

        foreach (var plugin in runtime.List())
        {
            var stopped = wanted.GetValueOrDefault(plugin.Id) is { Stopped: true };
            if (plugin.State == PluginState.Running && stopped)
            {
                await runtime.StopAsync(plugin.Id, ct);
            }
            else if (plugin.State == PluginState.Stopped && !stopped)
            {
                await runtime.StartAsync(plugin.Id, ct);
            }
        }
    }
}
