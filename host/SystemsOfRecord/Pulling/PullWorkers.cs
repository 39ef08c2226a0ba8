using SocialCrm.Host.Channels;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Takes the systems that are due to be pulled from and runs several at a time.</summary>
internal sealed class PullWorkers(PullRun run, PullSignal signal, TimeProvider time, ILogger<PullWorkers> log) : BackgroundService
{
    private const int AtATime = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                running.RemoveAll(task => task.IsCompleted);
                var taken = running.Count < AtATime ? await run.TakeAsync(AtATime - running.Count, stoppingToken) : [];
                running.AddRange(taken.Select(lease => Task.Run(() => RunAsync(lease, stoppingToken), CancellationToken.None)));
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
                log.PullsNotTaken(error);
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(running);
    }

    private async Task RunAsync(PollLease lease, CancellationToken ct)
    {
        try
        {
            await run.RunAsync(lease, ct);
        }
        catch (Exception error)
        {
            // Its lease runs out and it is taken again: nothing was stored that its cursor does not stand for.
            log.PullFailed(error, lease.SourceId);
        }
    }
}
