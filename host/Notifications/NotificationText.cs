namespace SocialCrm.Host.Notifications;

/// <summary>
/// What e-mails say of notifications. Names of colleagues, rules, channels and files, and never what a customer wrote or is
/// called: a mailbox lies outside what this server can protect or erase.
/// </summary>
internal static class NotificationText
{
    public static string Of(NotificationRow row) => row.Kind switch
    {
        NotificationKind.Rule => $"The rule “{row.Actor}” wants you to look at a conversation{Times(row)}",
        NotificationKind.Assigned => $"{row.Actor} gave you a conversation",
        NotificationKind.Mention => $"{row.Actor} mentioned you in a note{Times(row)}",
        NotificationKind.ReplyFailed => "A reply of yours may not have arrived",
        NotificationKind.ChannelStopped => $"The channel “{row.About}” has stopped and needs you",
        NotificationKind.ImportFinished => $"The import of “{row.About}” has ended",
        NotificationKind.DeadLetters => $"Messages could not be processed{Times(row)}",
    };

    public static string Page(NotificationRow row) => row.Kind switch
    {
        NotificationKind.Rule or NotificationKind.Assigned or NotificationKind.Mention or NotificationKind.ReplyFailed => $"inbox/{row.TargetId}",
        NotificationKind.ChannelStopped or NotificationKind.ImportFinished => $"channels/{row.TargetId}",
        NotificationKind.DeadLetters => "dead-letters",
    };

    public static string LinkLabel(NotificationKind kind) => kind switch
    {
        NotificationKind.Rule or NotificationKind.Assigned or NotificationKind.Mention or NotificationKind.ReplyFailed => "Open the conversation",
        NotificationKind.ChannelStopped or NotificationKind.ImportFinished => "Open the channel",
        NotificationKind.DeadLetters => "See the messages",
    };

    private static string Times(NotificationRow row) => row.Count > 1 ? $" ({row.Count} times)" : "";
}
