namespace SocialCrm.Host.Notifications;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Notifications could not be mailed or swept; tried again in a second")]
    public static partial void UpkeepFailed(this ILogger log, Exception error);
}
