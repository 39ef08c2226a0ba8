using SocialCrm.Host.Channels;

namespace SocialCrm.Host.Ingestion;

/// <summary>Takes the channels that are due and runs several at a time, so that a slow network delays no other.</summary>
internal sealed class PollWorkers(PollLeases leases, PollRun run, PollSignal signal, TimeProvider time, ILogger<PollWorkers> log)
    : BackgroundService
{
    private const int AtATime = 8;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                running.RemoveAll(task => task.IsCompleted);
                var taken = running.Count < AtATime ? await leases.TakeAsync(AtATime - running.Count, stoppingToken) : [];
                running.AddRange(taken.Select(lease => RunAsync(lease, stoppingToken)));
                if (taken.Count == 0)
                {
                    await signal.WaitAsync(Look, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                log.PollsNotTaken(error);
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(running);
    }

    private async Task RunAsync(PollLease lease, CancellationToken ct)
    {
        try
        {
            // Its lease runs out and it is taken again: nothing was stored that its cursor does not stand for.
            await Task.Run(() => run.RunAsync(lease, ct), CancellationToken.None);
        }
        catch (Exception error)
        {
            log.PollFailed(error, lease.SourceId);
        }
        finally
        {
            signal.Raise();
        }
    }
}
