namespace SocialCrm.Host.Conversations;

/// <summary>What happened to a conversation. The numbers are stored.</summary>
public enum ConversationEventKind
{
    Reopened = 0,
    Status = 1,
    Assigned = 2,
    Team = 3,
    ReplyFailed = 4,
}
