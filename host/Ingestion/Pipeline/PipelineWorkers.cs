using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Ingestion;

/// <summary>The workers of this node. Stopping one at any point loses nothing: what it had not committed is done again.</summary>
internal sealed class PipelineWorkers(
    WaitingLanes waiting, LaneReader lanes, BatchProcessor processor, IOptions<IngestionOptions> options, TimeProvider time, ILogger<PipelineWorkers> log)
    : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken)));

    private async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await TakeTurnAsync(ct))
                {
                    await waiting.WaitAsync(ct);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.WorkerFailed(error);
                await Task.Delay(AfterFailure, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>False when there was nothing to do.</summary>
    private async Task<bool> TakeTurnAsync(CancellationToken ct)
    {
        using var turn = waiting.Begin();
        if (turn is null)
        {
            return false;
        }

        if (turn.Group.IsCalm && options.Value.GrowMilliseconds > 0)
        {
            // A transaction costs nearly the same for one message as for fifty: a moment's wait is worth it.
            await Task.Delay(options.Value.GrowMilliseconds, ct);
        }

        var taken = turn.Take(options.Value.LanesPerBatch);
        if (taken.Count > 0 && !await WorkAsync(turn, await lanes.ReadAsync(taken, ct), ct))
        {
            // Another node has the lanes, or is just storing what must not be overtaken: neither takes longer than a commit.
            await Task.Delay(CommitTime, time, ct);
        }

        return true;
    }

    /// <summary>False when something is to be looked at again in a moment.</summary>
    private async Task<bool> WorkAsync(LaneTurn turn, LaneReading reading, CancellationToken ct)
    {
        turn.Read(reading);
        if (reading.Heads.Count > 0 && !await processor.ProcessAsync(reading.Heads, ct))
        {
            return false;
        }

        turn.Done();
        return reading.Heads.Count > 0 || !reading.IsHeldBack;
    }
}
