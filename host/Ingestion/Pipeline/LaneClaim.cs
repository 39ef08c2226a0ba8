using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Takes lanes under their row locks and moves their marks. The lock lives and dies with the transaction.</summary>
internal static class LaneClaim
{
    /// <summary>Those of the lanes that nobody else holds and whose heads are still as they were read.</summary>
    public static async Task<List<LaneHead>> ClaimAsync(SqlSession session, IReadOnlyList<LaneHead> heads, CancellationToken ct)
    {
        var first = heads[0].Key;
        var marks = await session.QueryAsync(
            $"""
            SELECT bucket, low_water FROM inbox_lanes
            WHERE tenant_id = @tenant AND class = @class AND bucket {session.Dialect.AnyOf("@buckets")}
            ORDER BY bucket{session.Dialect.ForUpdateSkipLocked}
            """,
            new() { ["tenant"] = first.TenantId, ["class"] = (short)first.Class, ["buckets"] = heads.Select(h => h.Key.Bucket).ToArray() },
            row => (Bucket: row.GetInt16(0), LowWater: row.GetInt64(1)),
            ct);
        var current = marks.ToDictionary(m => m.Bucket, m => m.LowWater);
        return [.. heads.Where(h => current.TryGetValue(h.Key.Bucket, out var mark) && mark == h.LowWater)];
    }

    /// <summary>Moves each lane's mark to its last message and charges it for the service.</summary>
    public static async Task AdvanceAsync(SqlSession session, IReadOnlyList<LaneHead> heads, DateTimeOffset now, CancellationToken ct)
    {
        var first = heads[0].Key;
        var clock = now.ToUnixTimeMilliseconds();
        var table = new SqlTable<LaneHead>(
            "inbox_lanes",
            new("tenant_id", SqlType.Uuid, h => h.Key.TenantId, IsKey: true),
            new("class", SqlType.SmallInt, h => (short)h.Key.Class, IsKey: true),
            new("bucket", SqlType.SmallInt, h => h.Key.Bucket, IsKey: true),
            new("low_water", SqlType.BigInt, h => h.Messages[^1].InboxId),
            new("served", SqlType.BigInt, h => clock + h.Messages.Count),
            new("blocked_until", SqlType.Timestamp, _ => null));
        await session.UpdateAsync(table, [.. heads.OrderBy(h => h.Key.Bucket)], ct);
        var done = new SqlTable<string>(
            "inbox_done",
            new("tenant_id", SqlType.Uuid, _ => first.TenantId),
            new("id", SqlType.Uuid, _ => Guid.CreateVersion7(now)),
            new("item_ids", SqlType.Text, ids => ids));
        await session.InsertAsync(done, [InboxIds.Write(heads.SelectMany(h => h.Messages).Select(m => m.InboxId))], OnConflict.Fail, ct);
    }
}
