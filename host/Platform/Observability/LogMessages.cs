namespace SocialCrm.Host.Platform.Observability;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The server is not ready: its database cannot be reached")]
    public static partial void NotReady(this ILogger log, Exception error);
}
