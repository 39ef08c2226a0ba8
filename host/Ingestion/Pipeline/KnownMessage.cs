namespace SocialCrm.Host.Ingestion;

/// <summary>A registry entry while a batch works on it.</summary>
internal sealed class KnownMessage
{
    public const short UnknownAuthor = -1;

    public required MessageKey Key { get; init; }

    public Guid? InteractionId { get; set; }

    /// <summary>0 while nothing but its deletion is known.</summary>
    public long Revision { get; set; }

    public bool Tombstone { get; set; }

    public short Bucket { get; set; } = UnknownAuthor;

    public bool IsNew { get; init; }

    public bool Changed { get; set; }
}
