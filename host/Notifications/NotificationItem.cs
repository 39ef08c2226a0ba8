using SocialCrm.Host.Conversations;

namespace SocialCrm.Host.Notifications;

/// <summary>Something that the caller should know.</summary>
/// <param name="Id">The notification's id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="TargetId">Where it leads: the conversation, or the channel for channelStopped and importFinished; not for deadLetters.</param>
/// <param name="Actor">The colleague or the rule behind it; empty where there is none.</param>
/// <param name="About">The channel or the file, or why; empty where that says nothing.</param>
/// <param name="Count">How often it happened since it was last read.</param>
/// <param name="At">When it happened last.</param>
/// <param name="ReadAt">When it was read; null while it is not.</param>
/// <param name="Conversation">The conversation as it is now; null where it leads elsewhere or the conversation is gone.</param>
public sealed record NotificationItem(
    Guid Id, NotificationKind Kind, Guid TargetId, string Actor, string About, int Count, DateTime At, DateTime? ReadAt, ConversationItem? Conversation)
{
    internal static NotificationItem Of(Notification n, IReadOnlyDictionary<Guid, ConversationItem> conversations) =>
        new(n.Id, n.Kind, n.TargetId, n.Actor, n.About, n.Count, n.At, n.ReadAt, conversations.GetValueOrDefault(n.TargetId));
}
