namespace SocialCrm.Host.Attachments;

internal enum FileRefusal
{
    Empty,
    TooLarge,
    Type,
    Quota,
}

/// <summary>A file that is not taken.</summary>
internal sealed class FileRefusedException(FileRefusal why, string reason) : Exception(reason)
{
    public FileRefusal Why => why;
}
