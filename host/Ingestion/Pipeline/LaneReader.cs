using System.Data.Common;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Reads the heads of lanes without any lock.</summary>
internal sealed class LaneReader(ICrmDatabase database, IOptions<IngestionOptions> options)
{
    // Of many lanes each gives a few: together they fill a batch all the same.
    private const int LeastOfLane = 32;

    public async Task<LaneReading> ReadAsync(IReadOnlyList<LaneKey> lanes, CancellationToken ct)
    {
        await using var session = await database.ReadBatchAsync(ct);

        // Asked before: whoever takes an id later is not seen by a statement that has begun, and whoever has one up to here is.
        var horizon = await session.ScalarAsync<long>($"SELECT {session.Dialect.InboxHorizon}", SqlParameters.None, ct);
        var most = options.Value.BatchSize;
        var limit = Math.Max(Math.Min(LeastOfLane, most), most / lanes.Count);
        var rows = await HeadsAsync(session, lanes, limit, ct);
        return Cut([.. rows.GroupBy(r => r.Message.Lane)], horizon, limit, most);
    }

    // CROSS JOIN: SQLite must not begin with the messages and go through all that have been applied.
    private static Task<List<(PendingMessage Message, long Mark)>> HeadsAsync(SqlSession session, IReadOnlyList<LaneKey> lanes, int limit, CancellationToken ct) =>
        session.QueryAsync(
            $"""
            SELECT i.id, i.bucket, i.channel_id, i.raw_event_id, i.raw_index, i.payload, i.received_at, i.attempts, i.import_id, l.low_water
            FROM inbox_lanes l CROSS JOIN inbox i
            WHERE l.tenant_id = @tenant AND l.class = @class AND l.bucket {session.Dialect.AnyOf("@buckets")}
                AND (l.blocked_until IS NULL OR l.blocked_until < {session.Dialect.Now})
                AND i.tenant_id = l.tenant_id AND i.class = l.class AND i.bucket = l.bucket AND i.id > l.low_water
                AND i.id < COALESCE((
                    SELECT n.id FROM inbox n WHERE n.tenant_id = l.tenant_id AND n.class = l.class AND n.bucket = l.bucket AND n.id > l.low_water
                    ORDER BY n.id LIMIT 1 OFFSET @limit), {long.MaxValue})
            """,
            new()
            {
                ["tenant"] = lanes[0].TenantId,
                ["class"] = (short)lanes[0].Class,
                ["buckets"] = lanes.Select(l => l.Bucket).ToArray(),
                ["limit"] = limit,
            },
            row => (Read(lanes[0], row), row.GetInt64(9)),
            ct);

    // Beyond the horizon something with a smaller id may still be on its way: it must not be overtaken.
    private static LaneReading Cut(IReadOnlyList<IGrouping<LaneKey, (PendingMessage Message, long Mark)>> lanes, long horizon, int limit, int most)
    {
        var (heads, notEmptied, count, heldBack) = (new List<LaneHead>(), new HashSet<LaneKey>(), 0, false);
        foreach (var lane in lanes)
        {
            var messages = lane.Select(r => r.Message).Where(m => m.InboxId <= horizon).OrderBy(m => m.InboxId).Take(most - count).ToList();
            if (messages.Count > 0)
            {
                heads.Add(new LaneHead(lane.Key, lane.First().Mark, messages));
                count += messages.Count;
            }

            var found = lane.Count();
            if (messages.Count < found || found == limit)
            {
                notEmptied.Add(lane.Key);
            }

            heldBack |= lane.Any(r => r.Message.InboxId > horizon);
        }

        return new LaneReading(heads, notEmptied, IsFull: count * 2 >= most, heldBack);
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
