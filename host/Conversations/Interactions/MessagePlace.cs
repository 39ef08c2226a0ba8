namespace SocialCrm.Host.Conversations;

/// <summary>Where a message stands.</summary>
public sealed record MessagePlace(Guid Id, Guid IdentityId, Guid ConversationId);
