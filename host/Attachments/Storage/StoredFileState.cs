namespace SocialCrm.Host.Attachments;

/// <summary>The numbers are stored.</summary>
public enum StoredFileState
{
    /// <summary>It is being written, by someone who may have died.</summary>
    Writing = 0,

    /// <summary>Something refers to it.</summary>
    Kept = 1,

    /// <summary>Nothing refers to it any more.</summary>
    Released = 2,

    /// <summary>A sweep is removing it; it can no longer be kept.</summary>
    Removing = 3,
}
