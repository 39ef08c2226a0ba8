namespace SocialCrm.Sdk;

/// <summary>The outcome of one attempt to send.</summary>
public sealed record SendResult
{
    private SendResult(SendStatus status) => Status = status;

    /// <summary>What became of the message.</summary>
    public SendStatus Status { get; }

    /// <summary>The network's id of the sent message, where it said so.</summary>
    public string? ExternalId { get; private init; }

    /// <summary>What went wrong, as a sentence for an agent. Holds no secret.</summary>
    public string? Reason { get; private init; }

    /// <summary>How long the network asks to wait (Retry-After), or null to leave it to the host's back-off.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The network has taken it.</summary>
    public static SendResult Delivered(string? externalId = null) => new(SendStatus.Delivered) { ExternalId = externalId };

    /// <summary>It was certainly not sent, and a later attempt may succeed.</summary>
    public static SendResult Retry(string reason, TimeSpan? after = null) => new(SendStatus.Retry) { Reason = reason, RetryAfter = after };

    /// <summary>It was certainly not sent, and trying again as it is would not help.</summary>
    public static SendResult Failed(string reason) => new(SendStatus.Failed) { Reason = reason };

    /// <summary>It may or may not have been sent. A person will decide.</summary>
    public static SendResult Unknown(string reason) => new(SendStatus.Unknown) { Reason = reason };
}
