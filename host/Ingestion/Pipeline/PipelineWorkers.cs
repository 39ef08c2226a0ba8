using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Ingestion;

/// <summary>The workers of this node. Stopping one at any point loses nothing: what it had not committed is done again.</summary>
internal sealed class PipelineWorkers(
    LaneReader lanes, BatchProcessor processor, InboxSignal signal, IOptions<IngestionOptions> options, TimeProvider time, ILogger<PipelineWorkers> log)
    : BackgroundService
{
    private const int Small = 50;

    // Finds what other nodes appended and what became due by itself.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

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
                    await signal.WaitAsync(Poll, ct);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.WorkerFailed(error);
                await Task.Delay(Poll, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> TakeTurnAsync(CancellationToken ct)
    {
        var turn = await lanes.ReadAsync(ct);
        if (turn.Count is > 0 and < Small && options.Value.GrowMilliseconds > 0)
        {
            // A transaction costs the same for one message as for fifty: a moment's wait is worth it.
            turn.Dispose();
            await Task.Delay(options.Value.GrowMilliseconds, ct);
            turn = await lanes.ReadAsync(ct);
        }

        using (turn)
        {
            if (turn.Count == 0)
            {
                return await WaitForCommitAsync(turn, ct);
            }

            await processor.ProcessAsync(turn.Heads, ct);
            return true;
        }
    }

    // Something waits that must not overtake what another node is just storing: that takes no longer than a commit.
    private async Task<bool> WaitForCommitAsync(LaneTurn turn, CancellationToken ct)
    {
        if (turn.Lanes.Count > 0)
        {
            await Task.Delay(CommitTime, time, ct);
        }

        return turn.Lanes.Count > 0;
    }
}
