namespace SocialCrm.Host.Conversations;

/// <summary>How soon a conversation should be answered. The numbers are stored, and their order is that of urgency.</summary>
public enum ConversationPriority
{
    Low = -1,
    Normal = 0,
    High = 1,
    Urgent = 2,
}
