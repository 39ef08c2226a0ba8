namespace SocialCrm.Host.Conversations;

/// <summary>Whose turn it is.</summary>
public enum ConversationStatus
{
    /// <summary>Ours.</summary>
    Open,

    /// <summary>The customer's: we have answered.</summary>
    Waiting,

    /// <summary>Nobody's, until the customer writes again.</summary>
    Resolved,
}
