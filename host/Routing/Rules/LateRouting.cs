using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>
/// Runs the rules on messages whose labels came late. A conversation that such a message opened or reopened is still to be
/// routed, unless a person has given it to somebody or resolved it meanwhile; in any other the message only raises the
/// priority and adds tags, as one that comes later does.
/// </summary>
internal sealed class LateRouting(
    CrmDbContext db, ICrmDatabase database, RuleSets sets, RoutedMessages routed, TimeProvider time)
{
    // What was written long before it came is history, of which nobody is told.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <summary>Inside the context's transaction, which holds the accounts of the messages. Gives those who are to be told once it is committed.</summary>
    public async Task<IReadOnlyList<Guid>> RunAsync(Guid tenantId, IReadOnlyList<Interaction> messages, CancellationToken ct)
    {
        var matched = await MatchAsync(tenantId, messages, ct);
        if (matched.Count == 0)
        {
            return [];
        }

        var session = new SqlSession(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), database.Dialect);
        var threads = new ThreadBatch(session, tenantId, null, time);
        var routing = new RoutingBatch(session, tenantId);
        await threads.LoadAsync(
            [.. matched.Select(m => m.Message.IdentityId).Distinct()], [], [.. matched.Select(m => m.Message.ConversationId).Distinct()], withHistory: false, ct);
        foreach (var (message, rules) in matched)
        {
            if (threads.Get(message.ConversationId) is { } thread)
            {
                routing.AddLate(thread, message.Id, rules, message.ReceivedAt - message.OccurredAt > Recent);
            }
        }

        await routing.RunAsync(ct);
        await threads.SaveAsync(ct);
        var marks = new ResponseMarks(session, tenantId);
        marks.Mark(threads.Turned);
        await marks.SaveAsync(ct);
        var told = await NoticeWriter.WriteAsync(session, tenantId, routing.Notices, time, ct);
        await session.FlushAsync(ct);
        return told;
    }

    // Also those for which no rule holds: their conversations wait for no rules any more.
    private async Task<List<(Interaction Message, IReadOnlyList<MatchedRule> Rules)>> MatchAsync(
        Guid tenantId, IReadOnlyList<Interaction> messages, CancellationToken ct)
    {
        var rules = await sets.OfAsync(tenantId, ct);
        if (rules.IsEmpty || messages.Count == 0)
        {
            return [];
        }

        var past = messages.OrderBy(m => m.Id).Select(m => (Message: m, Past: PastMessage.Of(m))).ToList();
        var ready = await routed.OfAsync(tenantId, past.ConvertAll(m => m.Past), rules.LooksAtCustomer, rules.LooksAtRecords, ct);
        return [.. past.Zip(ready).Select(pair => (pair.First.Message, rules.Match(pair.Second)))];
    }
}
