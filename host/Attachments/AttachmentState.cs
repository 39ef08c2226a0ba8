namespace SocialCrm.Host.Attachments;

/// <summary>Where an attachment stands. The numbers are stored.</summary>
public enum AttachmentState
{
    /// <summary>Uploaded, and not part of a message or note yet.</summary>
    Draft = 0,

    /// <summary>Its content is still to be fetched.</summary>
    Pending = 1,

    /// <summary>It can be downloaded.</summary>
    Stored = 2,

    /// <summary>It was not taken; the reason says why.</summary>
    Refused = 3,

    /// <summary>It was kept for as long as files are kept here.</summary>
    Gone = 4,
}
