namespace SocialCrm.Host.Platform.Http;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A request failed because the database is busy or away")]
    public static partial void DatabaseBusy(this ILogger log, Exception error);
}
