using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Ingestion;

/// <summary>Deletes applied rows behind the low-water marks, puts back what was committed late, and counts what waits.</summary>
internal sealed class InboxSweep(
    ICrmDatabase database,
    TenantDepths depths,
    HeldUpChannels heldUp,
    WorkspaceFeed feed,
    IngestionMetrics metrics,
    TimeProvider time,
    ILogger<InboxSweep> log)
    : BackgroundService
{
    private const int MostBatches = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
                await CountAsync(stoppingToken);
                await TellAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.SweepFailed(error);
            }
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var numbers = session.Dialect.JsonNumbers("d.item_ids");

        // One statement, one snapshot: a mark, the list of what was applied below it and the rows themselves agree. EXCEPT
        // sorts or hashes the list once on both databases; looked through for each row it would cost the square of what waits.
        var late = await session.QueryAsync(
            $"""
            SELECT i.id FROM inbox i
            JOIN inbox_lanes l ON l.tenant_id = i.tenant_id AND l.class = i.class AND l.bucket = i.bucket
            WHERE i.id <= l.low_water
            EXCEPT SELECT n.value FROM inbox_done d, {numbers} n
            """,
            SqlParameters.None, row => row.GetInt64(0), ct);
        var done = await session.QueryAsync(
            $"SELECT id, item_ids FROM inbox_done ORDER BY id LIMIT {MostBatches}{session.Dialect.ForUpdateSkipLocked}",
            SqlParameters.None, row => (Id: row.GetGuid(0), Items: row.GetString(1)), ct);
        var items = done.SelectMany(d => InboxIds.Read(d.Items)).ToArray();
        await session.ExecuteAsync($"DELETE FROM inbox WHERE id {session.Dialect.AnyOf("@ids")}", new() { ["ids"] = items }, ct);
        await session.ExecuteAsync($"DELETE FROM inbox_done WHERE id {session.Dialect.AnyOf("@ids")}", new() { ["ids"] = done.Select(d => d.Id).ToArray() }, ct);
        if (late.Count > 0)
        {
            var moved = await session.ExecuteAsync(session.Dialect.MoveToTheEndOfTheInbox, new() { ["ids"] = late.ToArray() }, ct);
            log.LateRequeued(moved);
        }

        await session.CommitAsync(ct);
    }

    private async Task CountAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var waiting = await session.QueryAsync(
            """
            SELECT i.tenant_id, i.channel_id, i.class, count(*), min(i.received_at) FROM inbox i
            JOIN inbox_lanes l ON l.tenant_id = i.tenant_id AND l.class = i.class AND l.bucket = i.bucket
            WHERE i.id > l.low_water GROUP BY i.tenant_id, i.channel_id, i.class
            """,
            SqlParameters.None,
            row => new CountedMessages(row.GetGuid(0), row.GetGuid(1), row.GetInt16(2) == (short)LaneClass.Import, row.GetInt64(3), row.Time(4)),
            ct);
        depths.Set(waiting);
        metrics.SetInbox(waiting.Sum(w => w.Count), waiting.Count == 0 ? TimeSpan.Zero : time.GetUtcNow().UtcDateTime - waiting.Min(w => w.Oldest));
    }

    // Open pages of the channels show who must wait, and that it is over.
    private async Task TellAsync(CancellationToken ct)
    {
        foreach (var tenant in heldUp.Turned())
        {
            await feed.PublishAsync(new WorkspaceChange(tenant, "channels", [], []), ct);
        }
    }
}
