namespace SocialCrm.Host.Conversations;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Snoozed conversations could not be woken; this is tried again.")]
    public static partial void AlarmFailed(this ILogger<SnoozeAlarm> log, Exception error);
}
