namespace SocialCrm.Host.Customers;

/// <summary>A message of the customer that waits for an answer.</summary>
public sealed record Unanswered(Guid InteractionId, Guid ConversationId, DateTime At, bool IsQuestion);
