namespace SocialCrm.Host.Attachments;

internal static partial class LogMessages
{
    [LoggerMessage(4100, LogLevel.Error, "Letting go of files failed; it is tried again.")]
    public static partial void SweepFailed(this ILogger log, Exception error);

    [LoggerMessage(4101, LogLevel.Error, "Fetching files failed; it is tried again.")]
    public static partial void FetchingFailed(this ILogger log, Exception error);

    [LoggerMessage(4102, LogLevel.Warning, "Files lie in a folder of this node although the database is shared: other nodes find them only if they share the folder {Folder}.")]
    public static partial void FolderOfOneNode(this ILogger log, string folder);
}
