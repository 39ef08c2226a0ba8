using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Ingestion;

/// <summary>An open conversation that nobody has touched, and the rules of today that hold for each of its messages.</summary>
/// <param name="Row">As it was read.</param>
/// <param name="First">Its first message.</param>
/// <param name="Rules">In the order of its messages.</param>
internal sealed record ReplayThread(ThreadRow Row, Guid First, IReadOnlyList<IReadOnlyList<MatchedRule>> Rules);

/// <param name="Threads">Those of them that have a message in the replay.</param>
/// <param name="Last">The last that was looked at.</param>
/// <param name="IsLast">True when none come after.</param>
internal sealed record ReplayThreadPage(IReadOnlyList<ReplayThread> Threads, Guid? Last, bool IsLast);

/// <summary>Reads conversations and tries today's rules on all of their messages, outside any transaction.</summary>
internal sealed class ReplayThreads(ICrmDatabase database, MessageHistory history, ReplayClassifying classifying, RoutedMessages routed, RuleSets ruleSets)
{
    public async Task<ReplayThreadPage> PageAsync(Replay replay, int most, CancellationToken ct)
    {
        List<ThreadRow> rows;
        await using (var session = await database.ReadAsync(ct))
        {
            rows = await UntouchedThreads.PageAsync(session, replay.TenantId, replay.PlaceId ?? Guid.Empty, most, ct);
        }

        var ids = rows.ConvertAll(r => r.Id);
        var within = ids.Count == 0 ? [] : await history.WithinAsync(replay.TenantId, replay.Span, ids, ct);
        var messages = within.Count == 0 ? [] : await history.OfConversationsAsync(replay.TenantId, ids, ct);
        var byThread = messages.ToLookup(m => m.ConversationId);
        var wanted = rows.FindAll(r => byThread[r.Id].Any(m => within.Contains(m.Id)));
        var threads = await MatchAsync(replay, wanted, [.. wanted.SelectMany(r => byThread[r.Id])], within, ct);
        return new ReplayThreadPage(threads, rows.Count > 0 ? rows[^1].Id : null, rows.Count < most);
    }

    private async Task<List<ReplayThread>> MatchAsync(
        Replay replay, List<ThreadRow> wanted, List<PastMessage> messages, HashSet<Guid> within, CancellationToken ct)
    {
        var rules = await ruleSets.OfAsync(replay.TenantId, ct);
        var labelled = await LabelledAsync(replay, messages, within, ct);
        var ready = rules.IsEmpty ? [] : await routed.OfAsync(replay.TenantId, labelled, rules.LooksAtCustomer, rules.LooksAtRecords, ct);
        var matched = labelled.Select((m, i) => (m.ConversationId, m.Id, Rules: rules.IsEmpty ? [] : rules.Match(ready[i]))).ToLookup(m => m.ConversationId);
        return wanted.ConvertAll(row => new ReplayThread(row, matched[row.Id].First().Id, [.. matched[row.Id].Select(m => m.Rules)]));
    }

    /// <summary>With the labels that the replay gives to its messages; those of other messages stay.</summary>
    private async Task<List<PastMessage>> LabelledAsync(Replay replay, List<PastMessage> messages, HashSet<Guid> within, CancellationToken ct)
    {
        var asked = messages.FindAll(m => within.Contains(m.Id) && !m.Labels.Pending);
        var answers = await classifying.AskAsync(replay.TenantId, asked, fast: !replay.Apply, ct);
        var labels = asked.Zip(answers).ToDictionary(pair => pair.First.Id, pair => pair.Second.Of(pair.First.Labels));
        return messages.ConvertAll(m => labels.TryGetValue(m.Id, out var now) ? m with { Labels = now } : m);
    }
}
