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
        var waiting = await WaitingAsync(session, ct);
        var turn = reservations.Take(waiting.ConvertAll(w => w.Key), options.Value.LanesPerBatch);
        if (turn.Lanes.Count == 0)
        {
            return turn;
        }

        try
        {
            turn.Heads = await HeadsAsync(session, turn.Lanes, waiting[0].Horizon, ct);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static Task<List<(LaneKey Key, long Horizon)>> WaitingAsync(SqlSession session, CancellationToken ct) => session.QueryAsync(
        $"""
        SELECT l.tenant_id, l.class, l.bucket, {session.Dialect.InboxHorizon} FROM inbox_lanes l
        WHERE (l.blocked_until IS NULL OR l.blocked_until < {session.Dialect.Now}) AND EXISTS (
            SELECT 1 FROM inbox i
            WHERE i.tenant_id = l.tenant_id AND i.class = l.class AND i.bucket = l.bucket AND i.id > l.low_water)
        ORDER BY l.class, l.served LIMIT {Candidates}
        """,
        SqlParameters.None,
        row => (new LaneKey(row.GetGuid(0), (LaneClass)row.GetInt16(1), row.GetInt16(2)), row.GetInt64(3)),
        ct);

    // The mark is read with the rows, now that no other worker of this node can move it. Beyond the horizon something with
    // a smaller id may still be on its way: it must not be overtaken.
    private async Task<IReadOnlyList<LaneHead>> HeadsAsync(SqlSession session, IReadOnlyList<LaneKey> lanes, long horizon, CancellationToken ct)
    {
        var (first, limit) = (lanes[0], Math.Max(1, options.Value.BatchSize / lanes.Count));
        var parameters = new SqlParameters { ["tenant"] = first.TenantId, ["class"] = (short)first.Class, ["limit"] = limit, ["horizon"] = horizon };
        var parts = new List<string>(lanes.Count);
        for (var i = 0; i < lanes.Count; i++)
        {
            var mark = $"(SELECT low_water FROM inbox_lanes WHERE tenant_id = @tenant AND class = @class AND bucket = @b{i})";
            parameters[$"b{i}"] = lanes[i].Bucket;
            parts.Add($"SELECT * FROM (SELECT id, bucket, channel_id, raw_event_id, raw_index, payload, received_at, attempts, import_id, {mark} AS mark FROM inbox "
                + $"WHERE tenant_id = @tenant AND class = @class AND bucket = @b{i} AND id > {mark} AND id <= @horizon ORDER BY id LIMIT @limit) AS lane{i}");
        }

        var rows = await session.QueryAsync(
            string.Join(" UNION ALL ", parts), parameters, row => (Message: Read(first, row), Mark: row.GetInt64(9)), ct);
        return [.. rows.GroupBy(r => (r.Message.Lane, r.Mark))
            .Select(lane => new LaneHead(lane.Key.Lane, lane.Key.Mark, [.. lane.Select(r => r.Message).OrderBy(m => m.InboxId)]))];
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
        ImportId = row.Id(8),
    };
}
