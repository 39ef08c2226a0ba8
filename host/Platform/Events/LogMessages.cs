namespace SocialCrm.Host.Platform.Events;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection on which the database notifies was lost; opened again in a second")]
    public static partial void ListeningLost(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A hint to open workspaces was lost; they refetch later")]
    public static partial void HintLost(this ILogger log, Exception error);
}
