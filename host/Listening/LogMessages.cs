namespace SocialCrm.Host.Listening;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A topic could not be applied to history; tried again shortly")]
    public static partial void HistoryFailed(this ILogger log, Exception error);
}
