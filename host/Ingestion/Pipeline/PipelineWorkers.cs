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

        if (turn.Take(options.Value.LanesPerBatch) is { Count: > 0 } taken)
        {
            turn.Read(await lanes.ReadAsync(taken, ct));
        }

        var done = turn.Count == 0 || await DoneAsync(turn, ct);
        if (!done || (turn.Count == 0 && turn.IsHeldBack))
        {
            // Another node has the lanes, or is just storing what must not be overtaken: neither takes longer than a commit.
            await Task.Delay(CommitTime, time, ct);
        }

        return true;
    }

    private async Task<bool> DoneAsync(LaneTurn turn, CancellationToken ct)
    {
        var done = false;
        try
        {
            return done = await processor.ProcessAsync(turn.Heads, ct);
        }
        finally
        {
            if (!done)
            {
                turn.Fail();
            }
        }
    }
}
