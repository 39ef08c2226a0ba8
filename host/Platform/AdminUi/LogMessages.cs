namespace SocialCrm.Host.Platform.AdminUi;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The admin UI was not built: there is no index.html in {Folder}. The API works; build admin-ui and copy its dist there")]
    public static partial void NotBuilt(this ILogger log, string folder);
}
