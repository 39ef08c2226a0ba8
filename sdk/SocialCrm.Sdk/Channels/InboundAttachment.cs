namespace SocialCrm.Sdk;

/// <summary>
/// A file that came with a message: either an address from which the host fetches it after the message is stored, or its
/// content where the network sends it along. Exactly one of <see cref="Url"/> and <see cref="Content"/> is given.
/// </summary>
public sealed record InboundAttachment
{
    /// <summary>The most attachments of one message.</summary>
    public const int MostOfMessage = 10;

    /// <summary>The most bytes of <see cref="Content"/> (1 MiB); what is larger is given by its address.</summary>
    public const int LargestContent = 1024 * 1024;

    /// <summary>
    /// What the sender calls it, at most 255 characters, or null. The host takes folders and invisible characters off and
    /// never uses it as a path.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// The media type that the network names, without parameters, at most 127 characters, or null. A hint only: the host
    /// looks at the content.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>The size in bytes that the network names, or null. What is over the host's limit is not fetched.</summary>
    public long? Size { get; init; }

    /// <summary>
    /// Where the host fetches it, http or https, at most 2,048 characters: without the channel's credentials, as often as it
    /// takes, soon after the message came. The host never shows the address.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>The content itself, 1 byte to <see cref="LargestContent"/>. The host copies it.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }
}
