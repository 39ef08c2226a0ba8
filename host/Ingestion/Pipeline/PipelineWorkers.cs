using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Ingestion;

/// <summary>The workers of this node. Stopping one at any point loses nothing: what it had not committed is done again.</summary>
internal sealed class PipelineWorkers(
    LaneReader lanes, BatchProcessor processor, InboxSignal signal, IOptions<IngestionOptions> options, TimeProvider time, ILogger<PipelineWorkers> log)
    : BackgroundService
{
    private const int Small = 100;

    // Finds what other nodes appended and what became due by itself.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken)));

    private async Task RunAsync(CancellationToken ct)
    {
        var much = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!much && options.Value.GrowMilliseconds > 0)
                {
                    // A transaction costs the same for one message as for fifty: a moment's wait is worth it.
                    await Task.Delay(options.Value.GrowMilliseconds, ct);
                }

                var messages = await TakeTurnAsync(ct);
                much = messages >= Small;
                if (messages is null)
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

    /// <summary>How many messages it was; null when there was nothing to do.</summary>
    private async Task<int?> TakeTurnAsync(CancellationToken ct)
    {
        using var turn = await lanes.ReadAsync(ct);
        if (turn.Count > 0)
        {
            await processor.ProcessAsync(turn.Heads, ct);
            return turn.Count;
        }

        return await WaitForCommitAsync(turn, ct) ? 0 : null;
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
