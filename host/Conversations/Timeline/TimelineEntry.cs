using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>A message, a note or an event.</summary>
/// <param name="Type">Which of the three it is.</param>
/// <param name="At">When it was written or happened.</param>
/// <param name="Interaction">The message.</param>
/// <param name="Note">The note.</param>
/// <param name="Event">The event.</param>
public sealed record TimelineEntry(
    TimelineEntryType Type, DateTime At, InteractionView? Interaction = null, NoteView? Note = null, TimelineEvent? Event = null);

public enum TimelineEntryType
{
    Interaction,
    Note,
    Event,
}

/// <summary>Something that happened to a conversation.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="ConversationId">The conversation it happened to.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Actor">The person who did it; null for the server itself or a program.</param>
/// <param name="From">The status, or the name of the person or team, before.</param>
/// <param name="To">The status, or the name of the person or team, after.</param>
public sealed record TimelineEvent(Guid Id, Guid ConversationId, TimelineEventKind Kind, Named? Actor, string? From, string? To);

public enum TimelineEventKind
{
    Opened,
    Reopened,
    Status,
    Resolved,
    Assigned,
    Team,
    ReplyFailed,
    Priority,
    Tags,
    Rule,

    /// <summary>It was put off until the time in <c>to</c>.</summary>
    Snoozed,

    /// <summary>It came back: because the time had come, a person wanted it or the customer wrote (<c>from</c> is time, person or message).</summary>
    Woken,

    /// <summary>It was set aside: because a person or a rule wanted it (<c>to</c> is spam, or rule and then <c>from</c> is its name).</summary>
    SetAside,

    /// <summary>It is no longer set aside.</summary>
    Returned,

    /// <summary>What somebody did to several conversations was taken back.</summary>
    Undone,
}
