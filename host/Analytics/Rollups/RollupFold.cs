using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>Folds deltas into the cells they change: the sum that a reader sees stays the same.</summary>
internal sealed class RollupFold(ICrmDatabase database, TimeProvider time)
{
    private const int Most = 5000;

    private readonly QueueHead _messages = new(time);
    private readonly QueueHead _conversations = new(time);

    /// <summary>True when more may wait.</summary>
    public async Task<bool> FoldAsync(CancellationToken ct) =>
        await FoldAsync(CountedCells.MessageDeltas, _messages, "rollups", "tenant_id, topic, slot, channel_id, direction, type, sentiment", "messages", ct)
        | await FoldAsync(CountedCells.ConversationDeltas, _conversations, "open_counts", "tenant_id, slot, channel_id, ours", "conversations", ct);

    private async Task<bool> FoldAsync(CountedCells source, QueueHead head, string cells, string key, string count, CancellationToken ct)
    {
        var (deltas, from) = (source.Table, new SqlParameters { ["from"] = head.Next() });
        await using (var look = await database.ReadAsync(ct))
        {
            if ((await look.QueryAsync($"SELECT 1 FROM {deltas} WHERE id >= @from ORDER BY id LIMIT 1", from, row => row.GetInt32(0), ct)).Count == 0)
            {
                return false;
            }
        }

        await using var session = await database.WriteAsync(ct);
        await DayCounts.HoldZonesAsync(session, ct);
        var ids = await session.QueryAsync(
            $"SELECT id FROM {deltas} WHERE id >= @from ORDER BY id LIMIT {Most}{session.Dialect.ForUpdateSkipLocked}", from, row => row.GetInt64(0), ct);
        if (ids.Count > 0)
        {
            head.Found(ids[0]);
        }

        var some = new SqlParameters { ["ids"] = ids.ToArray() };
        await session.ExecuteAsync(
            $"""
            INSERT INTO {cells} ({key}, {count})
            SELECT {key}, sum({count}) FROM {deltas} WHERE id {session.Dialect.AnyOf("@ids")} GROUP BY {key} ORDER BY {key}
            ON CONFLICT ({key}) DO UPDATE SET {count} = {cells}.{count} + excluded.{count}
            """,
            some, ct);
        await DayCounts.AddAsync(session, source, $"id {session.Dialect.AnyOf("@ids")}", some, ct);
        await session.ExecuteAsync($"DELETE FROM {deltas} WHERE id {session.Dialect.AnyOf("@ids")}", some, ct);
        await session.CommitAsync(ct);
        return ids.Count == Most;
    }
}
