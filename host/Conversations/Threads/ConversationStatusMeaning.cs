namespace SocialCrm.Host.Conversations;

/// <summary>What each status means for those who count conversations.</summary>
public static class ConversationStatusMeaning
{
    /// <summary>True while somebody still has to do something.</summary>
    public static bool IsUnresolved(this ConversationStatus status) => status switch
    {
        ConversationStatus.Open or ConversationStatus.Waiting or ConversationStatus.Snoozed => true,
        ConversationStatus.Resolved or ConversationStatus.Spam => false,
    };

    /// <summary>True while the customer waits for us.</summary>
    public static bool IsOurTurn(this ConversationStatus status) => status == ConversationStatus.Open;
}
