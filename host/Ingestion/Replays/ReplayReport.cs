using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

/// <summary>What a replay found.</summary>
/// <param name="Labels">By facet and value; of topics the hundred that change most.</param>
/// <param name="Teams">Open conversations by team.</param>
/// <param name="Priorities">Open conversations by priority.</param>
/// <param name="Corrected">Messages on which a person's label stands and stays.</param>
/// <param name="Reassigned">Conversations that go to another person, or to nobody.</param>
/// <param name="SetAside">Conversations that are set aside as noise.</param>
/// <param name="Messages">Some of the messages whose labels change, the newest first.</param>
/// <param name="Conversations">Some of the conversations that go elsewhere.</param>
public sealed record ReplayReport(
    IReadOnlyList<ReplayLabelShift> Labels,
    IReadOnlyList<ReplayTeamShift> Teams,
    IReadOnlyList<ReplayPriorityShift> Priorities,
    long Corrected,
    long Reassigned,
    long SetAside,
    IReadOnlyList<ReplayedMessage> Messages,
    IReadOnlyList<ReplayedConversation> Conversations);

/// <param name="Facet">The facet, such as type.</param>
/// <param name="Value">The value, such as complaint.</param>
/// <param name="Before">How many messages have it.</param>
/// <param name="After">How many have it after.</param>
/// <param name="Gained">How many come to it.</param>
/// <param name="Lost">How many leave it.</param>
public sealed record ReplayLabelShift(string Facet, string Value, long Before, long After, long Gained, long Lost);

/// <param name="Team">The team; null for conversations of none.</param>
/// <param name="Before">How many conversations it has.</param>
/// <param name="After">How many it has after.</param>
/// <param name="Gained">How many come to it.</param>
/// <param name="Lost">How many leave it.</param>
public sealed record ReplayTeamShift(Named? Team, long Before, long After, long Gained, long Lost);

/// <param name="Priority">low, normal, high or urgent.</param>
/// <param name="Before">How many conversations have it.</param>
/// <param name="After">How many have it after.</param>
/// <param name="Gained">How many come to it.</param>
/// <param name="Lost">How many leave it.</param>
public sealed record ReplayPriorityShift(string Priority, long Before, long After, long Gained, long Lost);

/// <param name="Id">The message.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="OccurredAt">When it was written; null when it is gone.</param>
/// <param name="Text">Its text, cut after 300 characters; null once it was taken down.</param>
/// <param name="Before">The labels that go, as facet:value.</param>
/// <param name="After">The labels that come in their place.</param>
public sealed record ReplayedMessage(
    Guid Id, Guid ConversationId, DateTime? OccurredAt, string? Text, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <param name="Id">The conversation.</param>
/// <param name="MessageId">The message that began it.</param>
/// <param name="Text">That message's text, cut after 300 characters; null once it was taken down.</param>
/// <param name="Before">Where it is.</param>
/// <param name="After">Where it goes.</param>
public sealed record ReplayedConversation(Guid Id, Guid MessageId, string? Text, ReplayedPlace Before, ReplayedPlace After);

/// <param name="Team">The team; null for none.</param>
/// <param name="Assignee">The person; null for nobody. In a dry run whose turn it was then, where a rule gives work in turn.</param>
/// <param name="Priority">low, normal, high or urgent.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="SetAside">True when it is set aside as noise.</param>
public sealed record ReplayedPlace(Named? Team, Named? Assignee, string Priority, IReadOnlyList<string> Tags, bool SetAside);
