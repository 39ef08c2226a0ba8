using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>
/// Finds the newest messages with a topic by its counters: one that few messages have would else be looked for in all of them, and
/// an index of its own would cost every message.
/// </summary>
internal sealed class MessagesByTopic(CrmDbContext db, ICrmDatabase database, TopicTimes times)
{
    private static readonly DateTime Begin = new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime End = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="topic">The topic.</param>
    /// <param name="filter">Bounds the time.</param>
    /// <param name="narrow">Applies all that is asked for, the topic among it.</param>
    /// <param name="cut">Which part.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<List<Interaction>> ReadAsync(
        string topic, InteractionFilter filter, Func<IQueryable<Interaction>, IQueryable<Interaction>> narrow, Cut cut, CancellationToken ct)
    {
        var rows = new List<Interaction>();
        var last = Earlier(cut.After?.Time, filter.To?.UtcDateTime);
        await foreach (var spans in times.NewestFirstAsync(topic, filter.From?.UtcDateTime ?? Begin, last, cut.Limit + 1, ct))
        {
            rows.AddRange(await cut.Newest(narrow(During(spans))).Take(cut.Limit + 1 - rows.Count).ToListAsync(ct));
            if (rows.Count > cut.Limit)
            {
                break;
            }
        }

        return rows;
    }

    private IQueryable<Interaction> During(TimeSpans spans) => db.Set<Interaction>().FromSqlRaw(
        database.Dialect.During("interactions"),
        database.Dialect.Parameter("tenant", db.TenantId),
        database.Dialect.Parameter("from", spans.From.ToArray()),
        database.Dialect.Parameter("until", spans.Until.ToArray()));

    private static DateTime Earlier(DateTime? one, DateTime? other) => new[] { one, other, End }.Min()!.Value;
}
