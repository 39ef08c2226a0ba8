using System.Runtime.CompilerServices;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>
/// When there were messages with a topic, from the counters: a page of them is then read from the quarters of an hour in which they
/// lie, and not looked for among all messages. Counted are those that were not taken down.
/// </summary>
public sealed class TopicTimes(ICrmDatabase database, Caller caller)
{
    // Windows into the past: a topic of each day is found in the first, one that is rare in few steps more.
    private const int FirstWindow = Slots.OfDay;
    private const int Wider = 8;

    /// <summary>The quarters of an hour with such messages, the newest first, in parts of about <paramref name="wanted"/> messages.</summary>
    public async IAsyncEnumerable<TimeSpans> NewestFirstAsync(string topic, DateTime from, DateTime to, int wanted, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var (least, end) = (Slots.Of(from), Slots.Of(to) + 1);
        if (await SpanAsync(session, topic, ct) is not { } span)
        {
            yield break;
        }

        (least, end) = (Math.Max(least, span.First), Math.Min(end, span.Last + 1));
        var part = new TimeSpans();
        for (long window = FirstWindow; end > least; window *= Wider)
        {
            var first = (int)Math.Max(least, end - window);
            foreach (var (slot, messages) in await CellsAsync(session, topic, first, end, ct))
            {
                part.Add(Slots.Start(slot), Slots.Start(slot + 1), messages);
                if (part.Messages >= wanted)
                {
                    yield return part;
                    part = new TimeSpans();
                }
            }

            end = first;
        }

        if (part.Messages > 0)
        {
            yield return part;
        }
    }

    private async Task<(int First, int Last)?> SpanAsync(SqlSession session, string topic, CancellationToken ct)
    {
        const string Of = "WHERE tenant_id = @tenant AND topic = @topic";
        return (await session.QueryAsync(
            $"""
            SELECT min(first), max(last) FROM (
                SELECT min(slot) AS first, max(slot) AS last FROM rollups {Of} UNION ALL SELECT min(slot), max(slot) FROM rollup_deltas {Of}) s
            """,
            new() { ["tenant"] = caller.TenantId, ["topic"] = topic },
            row => row.IsDBNull(0) ? ((int, int)?)null : (row.GetInt32(0), row.GetInt32(1)), ct))[0];
    }

    private Task<List<(int Slot, long Messages)>> CellsAsync(SqlSession session, string topic, int first, int end, CancellationToken ct)
    {
        const string Some = "SELECT slot, messages FROM";
        const string Of = "WHERE tenant_id = @tenant AND topic = @topic AND slot >= @first AND slot < @end";
        return session.QueryAsync(
            $"""
            SELECT slot, sum(messages) FROM ({Some} rollups {Of} UNION ALL {Some} rollup_deltas {Of}) c
            GROUP BY slot HAVING sum(messages) > 0 ORDER BY slot DESC
            """,
            new() { ["tenant"] = caller.TenantId, ["topic"] = topic, ["first"] = first, ["end"] = end },
            row => (row.GetInt32(0), row.GetInt64(1)), ct);
    }
}
