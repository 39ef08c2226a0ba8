using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Runs each system that something is due for, side by side, so that a slow one delays no other.</summary>
internal sealed class DeliveryWorkers(ICrmDatabase database, DeliveryRun run, RecordSignal signal, TimeProvider time, ILogger<DeliveryWorkers> log)
    : BackgroundService
{
    private const int MostSystems = 16;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<Guid, Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                running.Where(r => r.Value.IsCompleted).Select(r => r.Key).ToList().ForEach(id => running.Remove(id));
                foreach (var system in await DeliveryClaim.SystemsAsync(database, stoppingToken))
                {
                    if (running.Count < MostSystems && !running.ContainsKey(system.Id))
                    {
                        running.Add(system.Id, Task.Run(() => RunAsync(system, stoppingToken), CancellationToken.None));
                    }
                }

                await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                log.DeliveriesFailed(error);
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(running.Values);
    }

    private async Task RunAsync(DueSystem system, CancellationToken ct)
    {
        try
        {
            // Where all that is due waits for something before it, the next look is soon enough.
            if (await run.RunAsync(system, ct))
            {
                signal.Raise();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // What it had claimed is due again when its lease ends.
        }
        catch (Exception error)
        {
            log.DeliveryFailed(error, system.Id);
        }
    }
}
