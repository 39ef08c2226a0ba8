using SocialCrm.Host.Notifications;

namespace SocialCrm.Host.Conversations;

/// <summary>What a command changed of a conversation, as its timeline and the audit trail tell it. Ids stand for people and teams.</summary>
internal sealed record ConversationChange(ConversationEventKind Kind, string? From, string? To)
{
    /// <summary>Whom to tell of it.</summary>
    public Notice? Notice { get; init; }
}
