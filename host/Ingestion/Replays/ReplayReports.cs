using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>Makes a report of what a replay counted: the names and texts are those of now.</summary>
internal sealed class ReplayReports(StoredMessages messages, Teams teams, Members members)
{
    private const int MostTopics = 100;

    public async Task<ReplayReport> OfAsync(Replay replay, CancellationToken ct)
    {
        var tally = ReplayTally.Parse(replay.Report);
        var places = tally.Rerouted.SelectMany(r => new[] { r.Before, r.After }).ToList();
        var teamIds = places.Select(p => p.TeamId).OfType<Guid>().Concat(tally.Teams.Keys.Where(k => k.Length > 0).Select(Guid.Parse)).ToHashSet();
        var teamNames = await teams.NamesAsync(teamIds, ct);
        var people = await members.NamesAsync(places.Select(p => p.AssigneeId).OfType<Guid>().ToHashSet(), ct);
        var texts = await messages.OfAsync([.. tally.Messages.Select(m => m.MessageId), .. tally.Rerouted.Select(r => r.MessageId)], ct);
        return new ReplayReport(
            Labels(tally),
            [.. tally.Teams.Select(t => new ReplayTeamShift(Team(t.Key), t.Value.Before, t.Value.After, t.Value.Gained, t.Value.Lost)).OrderBy(t => t.Team?.Name, StringComparer.OrdinalIgnoreCase)],
            [.. tally.Priorities.OrderByDescending(p => Enum.Parse<ConversationPriority>(p.Key, ignoreCase: true)).Select(p => new ReplayPriorityShift(p.Key, p.Value.Before, p.Value.After, p.Value.Gained, p.Value.Lost))],
            tally.Corrected,
            tally.Reassigned,
            tally.SetAside,
            [.. tally.Messages.Select(m => Shown(m, texts.GetValueOrDefault(m.MessageId)))],
            [.. tally.Rerouted.Select(r => new ReplayedConversation(r.ConversationId, r.MessageId, Cut(texts.GetValueOrDefault(r.MessageId)?.Text), Place(r.Before), Place(r.After)))]);

        Named? Team(string id) => id.Length == 0 ? null : new Named(Guid.Parse(id), teamNames.GetValueOrDefault(Guid.Parse(id), ""));

        ReplayedPlace Place(RoutedPlace place) => new(
            place.TeamId is { } team ? new Named(team, teamNames.GetValueOrDefault(team, "")) : null,
            place.AssigneeId is { } person ? new Named(person, people.GetValueOrDefault(person, "")) : null,
            place.Priority,
            place.Tags,
            place.SetAside);
    }

    private static List<ReplayLabelShift> Labels(ReplayTally tally) =>
        [.. from facet in ReplayTally.SingleFacets.Append(Facets.Topic)
            where tally.Labels.ContainsKey(facet)
            from count in tally.Labels[facet]
                .OrderByDescending(c => c.Value.Gained + c.Value.Lost).ThenByDescending(c => c.Value.Before).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostTopics)
            select new ReplayLabelShift(facet, count.Key, count.Value.Before, count.Value.After, count.Value.Gained, count.Value.Lost)];

    private static ReplayedMessage Shown(RelabelledExample example, Interaction? message) =>
        new(example.MessageId, example.ConversationId, message?.OccurredAt, Cut(message?.Text), example.Lost, example.Gained);

    private static string? Cut(string? text) => text is not { Length: > 300 } ? text : text[..(char.IsHighSurrogate(text[299]) ? 299 : 300)] + "…";
}
