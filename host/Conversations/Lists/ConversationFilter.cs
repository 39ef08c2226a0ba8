using Microsoft.AspNetCore.Mvc;

namespace SocialCrm.Host.Conversations;

/// <summary>Which conversations are asked for; what is left out does not matter.</summary>
/// <param name="Status">open, waiting, resolved, snoozed or spam. Without it all but what is set aside as spam.</param>
/// <param name="Team">Those in this team's queue.</param>
/// <param name="Assignee">Those of this person: a user's id, me, or none for those of nobody.</param>
/// <param name="Channel">Those on this channel.</param>
/// <param name="Customer">Those with this customer.</param>
/// <param name="Priority">low, normal, high or urgent.</param>
/// <param name="Tag">Those marked with this.</param>
/// <param name="Label">Those whose customer's last message has this label: a facet and its value, as type:complaint, language:de or topic:billing. Several must all hold.</param>
/// <param name="Unanswered">True for those in which the customer spoke last and waits for an answer, false for all others.</param>
/// <param name="Q">Those with a message that has all these words, or with an account whose name or handle has; as in the list of messages.</param>
public readonly record struct ConversationFilter(
    [FromQuery] string? Status, [FromQuery] Guid? Team, [FromQuery] string? Assignee, [FromQuery] Guid? Channel, [FromQuery] Guid? Customer,
    [FromQuery] string? Priority, [FromQuery] string? Tag, [FromQuery] string[]? Label, [FromQuery] bool? Unanswered, [FromQuery] string? Q);
