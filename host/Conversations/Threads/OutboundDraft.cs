namespace SocialCrm.Host.Conversations;

/// <param name="Message">The message as it stands in the thread.</param>
/// <param name="Conversation">Its conversation.</param>
/// <param name="InReplyTo">The network's id of the message that it answers.</param>
public sealed record OutboundDraft(Interaction Message, Conversation Conversation, string? InReplyTo);
