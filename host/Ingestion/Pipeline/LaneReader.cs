using System.Data.Common;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Reads the heads of lanes without any lock: live before imports, then by least service received.</summary>
internal sealed class LaneReader(ICrmDatabase database, LaneReservations reservations, IOptions<IngestionOptions> options)
{
    private const int Candidates = 128;

    /// <summary>The heads of some lanes of one tenant, reserved for the caller on this node; empty when nothing waits.</summary>
    public async Task<LaneTurn> ReadAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var turn = reservations.Take(await WaitingAsync(session, ct), options.Value.LanesPerBatch);
        if (turn.Lanes.Count == 0)
        {
            return turn;
        }

        try
        {
            turn.Heads = await HeadsAsync(session, turn.Lanes, ct);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static Task<List<(LaneKey Key, long LowWater)>> WaitingAsync(SqlSession session, CancellationToken ct) => session.QueryAsync(
        $"""
        SELECT l.tenant_id, l.class, l.bucket, l.low_water FROM inbox_lanes l
        WHERE (l.blocked_until IS NULL OR l.blocked_until < {session.Dialect.Now}) AND EXISTS (
            SELECT 1 FROM inbox i
            WHERE i.tenant_id = l.tenant_id AND i.class = l.class AND i.bucket = l.bucket AND i.id > l.low_water)
        ORDER BY l.class, l.served LIMIT {Candidates}
        """,
        SqlParameters.None,
        row => (new LaneKey(row.GetGuid(0), (LaneClass)row.GetInt16(1), row.GetInt16(2)), row.GetInt64(3)),
        ct);

    private async Task<IReadOnlyList<LaneHead>> HeadsAsync(SqlSession session, IReadOnlyList<(LaneKey Key, long LowWater)> lanes, CancellationToken ct)
    {
        var first = lanes[0].Key;
        var parameters = new SqlParameters { ["tenant"] = first.TenantId, ["class"] = (short)first.Class, ["limit"] = Math.Max(1, options.Value.BatchSize / lanes.Count) };
        var parts = new List<string>(lanes.Count);
        for (var i = 0; i < lanes.Count; i++)
        {
            parameters[$"b{i}"] = lanes[i].Key.Bucket;
            parameters[$"w{i}"] = lanes[i].LowWater;
            parts.Add($"SELECT * FROM (SELECT id, bucket, channel_id, raw_event_id, raw_index, payload, received_at, attempts FROM inbox "
                + $"WHERE tenant_id = @tenant AND class = @class AND bucket = @b{i} AND id > @w{i} ORDER BY id LIMIT @limit) AS lane{i}");
        }

        var rows = await session.QueryAsync(string.Join(" UNION ALL ", parts), parameters, row => Read(first, row), ct);
        var byBucket = rows.ToLookup(m => m.Lane.Bucket);
        return [.. lanes.Where(l => byBucket.Contains(l.Key.Bucket))
            .Select(l => new LaneHead(l.Key, l.LowWater, [.. byBucket[l.Key.Bucket].OrderBy(m => m.InboxId)]))];
    }

    private static PendingMessage Read(LaneKey lane, DbDataReader row) => new()
    {
        InboxId = row.GetInt64(0),
        Lane = lane with { Bucket = row.GetInt16(1) },
        ChannelId = row.GetGuid(2),
        RawEventId = row.GetGuid(3),
        RawIndex = row.GetInt32(4),
        Payload = row.GetString(5),
        ReceivedAt = row.Time(6),
        Attempts = row.GetInt32(7),
    };
}
