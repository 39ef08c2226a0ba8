namespace SocialCrm.Sdk;

/// <summary>The outcome of one poll.</summary>
public sealed record PollResult
{
    /// <summary>The most messages in a batch.</summary>
    public const int MaxMessages = 500;

    /// <summary>The most UTF-16 units of a cursor (64 Ki).</summary>
    public const int MaxCursorLength = 65_536;

    /// <summary>The most bytes of <see cref="Raw"/> (4 MiB).</summary>
    public const int MaxRawBytes = 4 * 1024 * 1024;

    private PollResult(PollStatus status) => Status = status;

    /// <summary>How the poll ended.</summary>
    public PollStatus Status { get; }

    /// <summary>
    /// The messages, and changes to messages, in the order in which they happened. One that breaks the contract of
    /// <see cref="InboundMessage"/> is left out and reported to the admin; the others are taken.
    /// </summary>
    public IReadOnlyList<InboundMessage> Messages { get; private init; } = [];

    /// <summary>
    /// From where the next poll goes on: any text of the connector's own without U+0000, at most
    /// <see cref="MaxCursorLength"/>; null leaves the stored one as it is. Holds no secret: it is stored as it is.
    /// </summary>
    public string? Cursor { get; private init; }

    /// <summary>
    /// True when more is waiting and the next batch can be fetched at once. The host does so a number of times, then lets
    /// other channels have their turn first.
    /// </summary>
    public bool HasMore { get; init; }

    /// <summary>
    /// The network's answer as it came, from which the messages were read; at most <see cref="MaxRawBytes"/>. The host keeps
    /// it beside them, so that history can be read again. Empty: the host keeps the messages as they were handed over.
    /// </summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The media type of <see cref="Raw"/>, without parameters, or null; at most 256 characters.</summary>
    public string? RawContentType { get; init; }

    /// <summary>
    /// When the connector would like to be asked again after a success, such as an interval that the admin chose; null for
    /// the descriptor's. Never sooner than the descriptor's minimum, never later than a week.
    /// </summary>
    public TimeSpan? NextPollAfter { get; init; }

    /// <summary>How long the network asks to wait (Retry-After), or null. Obeyed up to a day.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Why it did not work and what to do, in a sentence for an admin; at most 500 characters. Holds no secret.</summary>
    public string? Reason { get; private init; }

    /// <summary>
    /// What an admin should know although it works, such as that an address has moved; null where there is nothing. At most
    /// 500 characters. Shown until a poll gives another, or none.
    /// </summary>
    public string? Notice { get; init; }

    /// <summary>The network answered.</summary>
    /// <param name="messages">What there is, in the order in which it happened.</param>
    /// <param name="cursor">From where to go on; null leaves the stored one.</param>
    public static PollResult Ok(IReadOnlyList<InboundMessage> messages, string? cursor) =>
        new(PollStatus.Ok) { Messages = messages, Cursor = cursor };

    /// <summary>The network said that nothing has changed.</summary>
    /// <param name="cursor">From where to go on; null leaves the stored one.</param>
    public static PollResult NotModified(string? cursor = null) => new(PollStatus.NotModified) { Cursor = cursor };

    /// <summary>The network asks to slow down.</summary>
    /// <param name="reason">What it said, in a sentence for an admin.</param>
    /// <param name="after">How long it asks to wait, where it said so.</param>
    public static PollResult RateLimited(string reason, TimeSpan? after = null) => new(PollStatus.RateLimited) { Reason = reason, RetryAfter = after };

    /// <summary>The network does not accept the credentials; the channel stops.</summary>
    /// <param name="reason">What is wrong and what to do, in a sentence for an admin.</param>
    public static PollResult CredentialsRejected(string reason) => new(PollStatus.CredentialsRejected) { Reason = reason };

    /// <summary>What is polled is gone for good; the channel stops.</summary>
    /// <param name="reason">What is gone and what to do, in a sentence for an admin.</param>
    public static PollResult Gone(string reason) => new(PollStatus.Gone) { Reason = reason };

    /// <summary>It did not work, and a later poll may.</summary>
    /// <param name="reason">What is wrong and what to do, in a sentence for an admin.</param>
    /// <param name="after">How long the network asks to wait, where it said so.</param>
    public static PollResult Failed(string reason, TimeSpan? after = null) => new(PollStatus.Failed) { Reason = reason, RetryAfter = after };
}
