namespace SocialCrm.Sdk;

/// <summary>What files a channel can send with a reply. The host's own limits hold besides.</summary>
public sealed record AttachmentSupport
{
    /// <summary>The most files with one message; at least 1.</summary>
    public int Most { get; init; } = InboundAttachment.MostOfMessage;

    /// <summary>The most bytes of a file.</summary>
    public long LargestBytes { get; init; } = long.MaxValue;

    /// <summary>The media types that the network takes, such as <c>image/png</c> or <c>image/*</c>; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>True when a message may consist of files alone, without text.</summary>
    public bool WithoutText { get; init; } = true;
}
