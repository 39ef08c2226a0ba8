namespace SocialCrm.Sdk;

/// <summary>A webhook request as it came, after its signature was verified.</summary>
public sealed record WebhookRequest
{
    /// <summary>The raw body, at most 1 MiB.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type of the body, without parameters, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>When the host received the request, UTC.</summary>
    public required DateTime ReceivedAt { get; init; }
}
