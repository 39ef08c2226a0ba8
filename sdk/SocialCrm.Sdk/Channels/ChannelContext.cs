namespace SocialCrm.Sdk;

/// <summary>What a connector gets from the host for the channel that it serves.</summary>
/// <typeparam name="TSettings">The connector's settings class.</typeparam>
public sealed class ChannelContext<TSettings>
    where TSettings : class
{
    /// <summary>The channel's id on this server. Stable for the channel's life.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The settings as the admin saved them, already validated. A change makes a new instance of the connector.</summary>
    public required TSettings Settings { get; init; }

    /// <summary>
    /// The secret (<c>whsec_</c> + base64) with which requests of this channel are signed, both ways, where the
    /// descriptor asks for <see cref="WebhookVerification.StandardWebhooks"/>; otherwise null. Never log it.
    /// </summary>
    public string? SigningSecret { get; init; }

    /// <summary>
    /// The only way to the network. It refuses loopback and private addresses unless the operator allowed them,
    /// limits the size of answers (1 MiB), follows no redirects and keeps no cookies; what it refuses to call it answers
    /// with <see cref="AddressRefusedException"/>. Owned by the host: do not dispose it.
    /// </summary>
    public required HttpClient Http { get; init; }

    /// <summary>
    /// Looks an address up without calling it, for <see cref="IChannelConnector.CheckAsync"/>: null when
    /// <see cref="Http"/> would connect to it, else a sentence for the admin (unknown host, an address that is not allowed).
    /// </summary>
    public Func<Uri, CancellationToken, ValueTask<string?>> CheckAddressAsync { get; init; } = static (_, _) => new((string?)null);

    /// <summary>
    /// Opens the content of an <see cref="OutboundAttachment"/> by its <see cref="OutboundAttachment.Handle"/>, to be read once
    /// from beginning to end; dispose it. Throws <see cref="IOException"/> when the file is not there any more, or the
    /// handle is not of this channel or too old.
    /// </summary>
    public Func<string, CancellationToken, ValueTask<Stream>> OpenAttachmentAsync { get; init; } =
        static (_, _) => throw new IOException("This host hands out no files.");
}
