namespace SocialCrm.Host.Analytics;

/// <summary>Folds counters and reckons the courses of conversations, a little behind what happens.</summary>
internal sealed class AnalyticsUpkeep(RollupFold fold, Reckoning reckoning, ZoneUpkeep zones, TimeProvider time, ILogger<AnalyticsUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan ZonesAfter = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lookedAt = 0L;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await reckoning.ReckonAsync(stoppingToken))
                {
                    // A backlog is worked off without resting.
                }

                while (await fold.FoldAsync(stoppingToken))
                {
                    // Not after each reckoning: a fold writes the same few cells anew, and what they were is in the way of the next.
                }

                if (lookedAt == 0 || time.GetElapsedTime(lookedAt) > ZonesAfter)
                {
                    await zones.EnsureAsync(stoppingToken);
                    lookedAt = time.GetTimestamp();
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.UpkeepFailed(error);
            }
        }
    }
}
