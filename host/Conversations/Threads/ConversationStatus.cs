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

    /// <summary>Nobody's, until a time that somebody chose or until the customer writes again.</summary>
    Snoozed,

    /// <summary>Nobody's: set aside, because its author is blocked or a rule took it for noise.</summary>
    Spam,
}
