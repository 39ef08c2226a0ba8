using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>How fetching something ended, whatever was fetched.</summary>
public sealed record PollOutcome(PollStatus Status, string? Cursor, bool HasMore, string? Reason, TimeSpan? RetryAfter)
{
    public string? Notice { get; init; }

    /// <summary>After how long the next one is wished for.</summary>
    public required TimeSpan Interval { get; init; }

    public required TimeSpan ShortestInterval { get; init; }
}
