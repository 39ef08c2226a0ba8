using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Looks through all lanes for what nobody works on: what another node appended and cannot keep up with or did not live to process,
/// what stood in the inbox when this one started, what may be tried again.
/// </summary>
internal sealed class LaneWatch(ICrmDatabase database, WaitingLanes waiting, TimeProvider time, ILogger<LaneWatch> log) : BackgroundService
{
    private const int Most = 1024;

    // As long as this the node that appended it may take by itself: two at it would do the same work twice.
    private static readonly TimeSpan Young = TimeSpan.FromMilliseconds(250);

    // With very many lanes a look takes long, and must not become what the database mostly does.
    private const int RestsForEachLook = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            try
            {
                waiting.Find(await LookAsync(stoppingToken));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LookFailed(error);
            }

            var rest = TimeSpan.FromTicks(Math.Max(Young.Ticks, time.GetElapsedTime(started).Ticks * RestsForEachLook));
            await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<LaneKey>> LookAsync(CancellationToken ct)
    {
        await using var session = await database.ReadBatchAsync(ct);
        return await session.QueryAsync(
            $"""
            SELECT l.tenant_id, l.class, l.bucket FROM inbox_lanes l
            WHERE (l.blocked_until IS NULL OR l.blocked_until < {session.Dialect.Now}) AND EXISTS (
                SELECT 1 FROM inbox i
                WHERE i.tenant_id = l.tenant_id AND i.class = l.class AND i.bucket = l.bucket AND i.id > l.low_water AND i.received_at < @before)
            ORDER BY l.class, l.served LIMIT {Most}
            """,
            new() { ["before"] = time.GetUtcNow().UtcDateTime - Young },
            row => new LaneKey(row.GetGuid(0), (LaneClass)row.GetInt16(1), row.GetInt16(2)),
            ct);
    }
}
