using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Platform.Runs;

/// <summary>
/// Makes the runs of a table that are due, one at a time on each node. A node that dies is followed by another from the last
/// committed place.
/// </summary>
internal abstract class RunWorker<TKey>(ICrmDatabase database, RunTable table, TimeProvider time) : BackgroundService
    where TKey : notnull
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(5);

    protected TimeProvider Time => time;

    /// <summary>Makes the next step and saves it with its place, by <see cref="RunLease{TKey}.SaveAsync"/> or under the lease's epoch.</summary>
    /// <exception cref="RunDelayedException">It cannot be made now.</exception>
    protected abstract Task<RunStep> StepAsync(RunLease<TKey> lease, CancellationToken ct);

    protected abstract void Failed(Exception error);

    /// <summary>Waits for the next run: a hint may make it shorter.</summary>
    protected virtual Task WaitAsync(TimeSpan atMost, CancellationToken ct) => Task.Delay(atMost, time, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunLease<TKey>.TakeAsync(database, table, stoppingToken) is { } lease)
                {
                    await FollowAsync(lease, stoppingToken);
                }
                else
                {
                    await WaitAsync(Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Failed(error);
                await Task.Delay(Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>A step may be longer than the lease: a classifier has its time.</summary>
    private async Task<RunStep> HoldingAsync(RunLease<TKey> lease, Task<RunStep> step, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await step.WaitAsync(RunLease<TKey>.Length / 3, time, CancellationToken.None);
            }
            catch (TimeoutException) when (!step.IsCompleted)
            {
                await lease.KeepAsync(database, ct);
            }
        }
    }

    private async Task FollowAsync(RunLease<TKey> lease, CancellationToken ct)
    {
        try
        {
            for (var next = RunStep.GoOn; next != RunStep.Over;)
            {
                var started = time.GetTimestamp();
                next = await HoldingAsync(lease, StepAsync(lease, ct), ct);
                if (next == RunStep.Rest)
                {
                    var took = time.GetElapsedTime(started);
                    await Task.Delay(took > ShortestRest ? took : ShortestRest, time, ct);
                }
            }
        }
        catch (RunDelayedException delay)
        {
            await lease.ReleaseAsync(database, Pause, delay.Message, CancellationToken.None);
        }
        catch (Exception)
        {
            await lease.ReleaseAsync(database, ct.IsCancellationRequested ? TimeSpan.Zero : Pause, null, CancellationToken.None);
            throw;
        }
    }
}
