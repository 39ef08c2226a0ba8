namespace SocialCrm.Host.Conversations;

/// <summary>A message that was sent from here.</summary>
public sealed record SentMessage(Guid Id, Guid ConversationId, string Text);
