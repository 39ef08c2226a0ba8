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
    private const int RestsForEachSweep = 20;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    private readonly QueueHead _head = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            try
            {
                await SweepAsync(stoppingToken);
                await TellAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.SweepFailed(error);
            }

            await Task.Delay(RestAfter(time.GetElapsedTime(started)), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Where much waits, or much is left that an open snapshot keeps from being cleaned away, to look through it takes long.
    private static TimeSpan RestAfter(TimeSpan took) => TimeSpan.FromTicks(Math.Clamp(took.Ticks * RestsForEachSweep, ShortestRest.Ticks, LongestRest.Ticks));

    private async Task SweepAsync(CancellationToken ct)
    {
        var late = await LookAsync(ct);
        await using var session = await database.WriteAsync(ct);
        await DeleteDoneAsync(session, ct);
        if (late.Count > 0)
        {
            var moved = await session.ExecuteAsync(session.Dialect.MoveToTheEndOfTheInbox, new() { ["ids"] = late.ToArray() }, ct);
            log.LateRequeued(moved);
        }

        await session.CommitAsync(ct);
    }

    /// <summary>Counts what waits. What it returns came too late: nothing but a sweep touches that, here or on another node.</summary>
    private async Task<List<long>> LookAsync(CancellationToken ct)
    {
        await using var session = await database.ReadThroughAsync(ct);
        var from = new SqlParameters { ["from"] = _head.Next() };
        if (await session.ScalarAsync<long?>("SELECT min(id) FROM inbox WHERE id >= @from", from, ct) is { } first)
        {
            _head.Found(first);
        }

        var waiting = await WaitingAsync(session, from, ct);
        depths.Set(waiting);
        metrics.SetInbox(waiting.Sum(w => w.Count), waiting.Count == 0 ? TimeSpan.Zero : time.GetUtcNow().UtcDateTime - waiting.Min(w => w.Oldest));
        return await LateAsync(session, from, ct);
    }

    // One statement, one snapshot: a mark, the list of what was applied below it and the rows themselves agree. EXCEPT
    // sorts or hashes the list once on both databases; looked through for each row it would cost the square of what waits.
    private static Task<List<long>> LateAsync(SqlSession session, SqlParameters from, CancellationToken ct) => session.QueryAsync(
        $"""
        SELECT i.id FROM inbox i
        JOIN inbox_lanes l ON l.tenant_id = i.tenant_id AND l.class = i.class AND l.bucket = i.bucket
        WHERE i.id >= @from AND i.id <= l.low_water
        EXCEPT SELECT n.value FROM inbox_done d, {session.Dialect.JsonNumbers("d.item_ids")} n
        """,
        from, row => row.GetInt64(0), ct);

    private static Task<List<CountedMessages>> WaitingAsync(SqlSession session, SqlParameters from, CancellationToken ct) => session.QueryAsync(
        """
        SELECT i.tenant_id, i.channel_id, i.class, count(*), min(i.received_at) FROM inbox i
        JOIN inbox_lanes l ON l.tenant_id = i.tenant_id AND l.class = i.class AND l.bucket = i.bucket
        WHERE i.id >= @from AND i.id > l.low_water GROUP BY i.tenant_id, i.channel_id, i.class
        """,
        from,
        row => new CountedMessages(row.GetGuid(0), row.GetGuid(1), row.GetInt16(2) == (short)LaneClass.Import, row.GetInt64(3), row.Time(4)),
        ct);

    private static async Task DeleteDoneAsync(SqlSession session, CancellationToken ct)
    {
        var done = await session.QueryAsync(
            $"SELECT id, item_ids FROM inbox_done ORDER BY id LIMIT {MostBatches}{session.Dialect.ForUpdateSkipLocked}",
            SqlParameters.None, row => (Id: row.GetGuid(0), Items: row.GetString(1)), ct);
        var items = done.SelectMany(d => InboxIds.Read(d.Items)).ToArray();
        await session.ExecuteAsync($"DELETE FROM inbox WHERE id {session.Dialect.AnyOf("@ids")}", new() { ["ids"] = items }, ct);
        await session.ExecuteAsync($"DELETE FROM inbox_done WHERE id {session.Dialect.AnyOf("@ids")}", new() { ["ids"] = done.Select(d => d.Id).ToArray() }, ct);
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
