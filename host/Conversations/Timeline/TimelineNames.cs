using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>What stands behind the ids of events. Names change, so events hold ids.</summary>
internal sealed record TimelineNames(IReadOnlyDictionary<Guid, string> Members, IReadOnlyDictionary<Guid, string> TeamNames)
{
    public static HashSet<Guid> People(IEnumerable<ConversationEvent> events) =>
        [.. events.SelectMany(e => e.Kind == ConversationEventKind.Assigned ? [e.ActorId, Id(e.From), Id(e.To)] : new[] { e.ActorId }).OfType<Guid>()];

    public static HashSet<Guid> Teams(IEnumerable<ConversationEvent> events) =>
        [.. events.Where(e => e.Kind == ConversationEventKind.Team).SelectMany(e => new[] { Id(e.From), Id(e.To) }).OfType<Guid>()];

    public TimelineEvent View(ConversationEvent done) => new(
        done.Id,
        done.ConversationId,
        Kind(done),
        done.ActorId is { } actor ? new Named(actor, Members.GetValueOrDefault(actor, "")) : null,
        Name(done.Kind, done.From),
        Name(done.Kind, done.To));

    private static TimelineEventKind Kind(ConversationEvent done) => done.Kind switch
    {
        ConversationEventKind.Reopened => TimelineEventKind.Reopened,
        ConversationEventKind.Status => done.To == "resolved" ? TimelineEventKind.Resolved : TimelineEventKind.Status,
        ConversationEventKind.Assigned => TimelineEventKind.Assigned,
        ConversationEventKind.Team => TimelineEventKind.Team,
        ConversationEventKind.ReplyFailed => TimelineEventKind.ReplyFailed,
        ConversationEventKind.Priority => TimelineEventKind.Priority,
        ConversationEventKind.Tags => TimelineEventKind.Tags,
        ConversationEventKind.Rule => TimelineEventKind.Rule,
        ConversationEventKind.Snoozed => TimelineEventKind.Snoozed,
        ConversationEventKind.Woken => TimelineEventKind.Woken,
        ConversationEventKind.SetAside => TimelineEventKind.SetAside,
        ConversationEventKind.Returned => TimelineEventKind.Returned,
        ConversationEventKind.Undone => TimelineEventKind.Undone,
    };

    private string? Name(ConversationEventKind kind, string? value) => kind switch
    {
        ConversationEventKind.Assigned => Id(value) is { } user ? Members.GetValueOrDefault(user, "") : null,
        ConversationEventKind.Team => Id(value) is { } team ? TeamNames.GetValueOrDefault(team, "") : null,
        _ => value,
    };

    private static Guid? Id(string? value) => Guid.TryParse(value, out var id) ? id : null;
}
