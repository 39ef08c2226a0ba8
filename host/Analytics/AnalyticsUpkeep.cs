namespace SocialCrm.Host.Analytics;

/// <summary>Folds counters and reckons the courses of conversations, a little behind what happens.</summary>
internal sealed class AnalyticsUpkeep(RollupFold fold, Reckoning reckoning, ZoneUpkeep zones, TimeProvider time, ILogger<AnalyticsUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan OfCounts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OfZones = TimeSpan.FromSeconds(10);

    // Each by itself: counters that are folded while courses are reckoned are written anew more often than anybody looks at them, and a
    // backlog of courses must not keep counters from being folded.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EachAsync(OfCounts, reckoning.ReckonAsync, stoppingToken), EachAsync(OfCounts, fold.FoldAsync, stoppingToken), EachAsync(OfZones, HaveZonesAsync, stoppingToken));

    private async Task<bool> HaveZonesAsync(CancellationToken ct)
    {
        await zones.EnsureAsync(ct);
        return false;
    }

    /// <summary>Does a step once in a while; a backlog, of which it says that more may wait, is worked off without resting.</summary>
    private async Task EachAsync(TimeSpan period, Func<CancellationToken, Task<bool>> step, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var more = false;
            try
            {
                more = await step(ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                log.UpkeepFailed(error);
            }

            if (!more)
            {
                await Task.Delay(period, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
