namespace SocialCrm.Host.Conversations;

/// <summary>What happened to a conversation without a person's doing, for its timeline.</summary>
internal sealed record ThreadEvent(Guid Conversation, ConversationEventKind Kind, string? From = null, string? To = null)
{
    /// <summary>When, where that is not the time of the batch.</summary>
    public DateTime? At { get; init; }
}
