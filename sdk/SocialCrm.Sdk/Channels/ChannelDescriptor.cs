namespace SocialCrm.Sdk;

/// <summary>What a connector is called and how the host treats its channels.</summary>
public sealed record ChannelDescriptor
{
    /// <summary>
    /// The connector's id, unique on a server: lower-case letters, digits and hyphens, at most 64 characters, such as
    /// <c>signed-webhook</c>. It is stored with each channel and must never change.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The name that an admin sees, such as "Signed webhook".</summary>
    public required string Name { get; init; }

    /// <summary>One or two plain sentences on what the connector does, shown where a channel is created.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// How the host proves that a webhook request is genuine. Required for an <see cref="IWebhookChannel"/>.
    /// </summary>
    public WebhookVerification Webhook { get; init; } = WebhookVerification.None;

    /// <summary>
    /// Whose user ids the authors' ids are. <see cref="IdentityScope.Channel"/> when each channel numbers its own
    /// users; <see cref="IdentityScope.Network"/> when an id means the same person on every channel of this connector.
    /// </summary>
    public IdentityScope IdentityScope { get; init; } = IdentityScope.Channel;

    /// <summary>
    /// True when sending the same <see cref="OutboundMessage.IdempotencyKey"/> twice has the effect of sending it once.
    /// Only then does the host send again after a crash or a time-out; otherwise the outcome is unknown and a person decides.
    /// </summary>
    public bool SendsIdempotently { get; init; }

    /// <summary>What files an <see cref="IReplyChannel"/> can send with a reply; null for none.</summary>
    public AttachmentSupport? Attachments { get; init; }

    /// <summary>How long after a successful poll an <see cref="IPollingChannel"/> is asked again, unless it says so itself.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The shortest time between two polls that nobody asked for; at least a second, at most <see cref="PollInterval"/>.</summary>
    public TimeSpan MinimumPollInterval { get; init; } = TimeSpan.FromMinutes(1);
}
