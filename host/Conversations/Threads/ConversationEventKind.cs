namespace SocialCrm.Host.Conversations;

/// <summary>What happened to a conversation. The numbers are stored.</summary>
public enum ConversationEventKind
{
    Reopened = 0,
    Status = 1,
    Assigned = 2,
    Team = 3,
    ReplyFailed = 4,
    Priority = 20,
    Tags = 21,
    Rule = 22,
    Snoozed = 30,
    Woken = 31,
    SetAside = 32,
    Returned = 33,
    Undone = 34,
}
