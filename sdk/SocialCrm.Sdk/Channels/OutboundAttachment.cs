namespace SocialCrm.Sdk;

/// <summary>
/// A file that a person sends with a message. The content is never handed over with the call: it is read by
/// <see cref="Handle"/>, or fetched by the network from <see cref="Url"/>.
/// </summary>
public sealed record OutboundAttachment
{
    /// <summary>Its name, made safe to show; 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The media type that the content shows, such as <c>image/png</c>; <c>application/octet-stream</c> where it shows none.</summary>
    public required string Type { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>
    /// For <see cref="ChannelContext{TSettings}.OpenAttachmentAsync"/>, on this channel, for some minutes. Opaque; another
    /// one with every attempt to send.
    /// </summary>
    public required string Handle { get; init; }

    /// <summary>
    /// An address of this server from which whoever holds it can fetch the content without credentials, until
    /// <see cref="UrlExpiresAt"/>. Do not log it. Another one with every attempt to send.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>When <see cref="Url"/> ends, UTC.</summary>
    public required DateTime UrlExpiresAt { get; init; }
}
