namespace SocialCrm.Host.Analytics;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Counters could not be folded or courses of conversations not reckoned; tried again shortly")]
    public static partial void UpkeepFailed(this ILogger log, Exception error);
}
