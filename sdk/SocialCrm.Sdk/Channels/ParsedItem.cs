namespace SocialCrm.Sdk;

/// <summary>One message of a webhook request: either <see cref="Message"/> or <see cref="Error"/> is set.</summary>
public sealed record ParsedItem
{
    /// <summary>The message, where it could be read.</summary>
    public InboundMessage? Message { get; init; }

    /// <summary>Why it was refused, where it was.</summary>
    public ParseError? Error { get; init; }
}
