using SocialCrm.Host.Conversations;

namespace SocialCrm.Host.Analytics;

/// <summary>A conversation behind a number.</summary>
/// <param name="Conversation">The conversation as it stands now.</param>
/// <param name="Since">When the wait began.</param>
/// <param name="Until">When it ended; null while it lasts.</param>
/// <param name="Seconds">How long it was, or is by now.</param>
/// <param name="WaitsForUs">True while, or where, the customer waited for us; false where we waited for the customer.</param>
public sealed record TimedConversation(ConversationItem Conversation, DateTime Since, DateTime? Until, long Seconds, bool WaitsForUs);
