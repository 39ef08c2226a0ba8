namespace SocialCrm.Sdk;

/// <summary>The outcome of one pull.</summary>
public sealed record PullResult
{
    /// <summary>The most changes in a batch.</summary>
    public const int MaxChanges = 500;

    private PullResult(PollStatus status) => Status = status;

    /// <summary>How the pull ended.</summary>
    public PollStatus Status { get; }

    /// <summary>
    /// The changed records, whole, in the order in which they changed. One that breaks the contract of
    /// <see cref="RecordChange"/>, or whose contact is not known here, is left out and reported; the others are taken.
    /// </summary>
    public IReadOnlyList<RecordChange> Changes { get; private init; } = [];

    /// <summary>
    /// From where the next pull goes on: any text of the plugin's own without U+0000, at most
    /// <see cref="PollResult.MaxCursorLength"/>; null leaves the stored one. Holds no secret: it is stored as it is.
    /// </summary>
    public string? Cursor { get; private init; }

    /// <summary>True when more is waiting and the next batch can be fetched at once.</summary>
    public bool HasMore { get; init; }

    /// <summary>When the system would like to be asked again after a success; null for the descriptor's interval.</summary>
    public TimeSpan? NextPullAfter { get; init; }

    /// <summary>How long the system asks to wait (Retry-After), or null. Obeyed up to a day.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Why it did not work and what to do, in a sentence for an admin; at most 500 characters. Holds no secret.</summary>
    public string? Reason { get; private init; }

    /// <summary>The system answered.</summary>
    /// <param name="changes">What changed.</param>
    /// <param name="cursor">From where to go on; null leaves the stored one.</param>
    public static PullResult Ok(IReadOnlyList<RecordChange> changes, string? cursor) => new(PollStatus.Ok) { Changes = changes, Cursor = cursor };

    /// <summary>The system asks to slow down.</summary>
    /// <param name="reason">What it said.</param>
    /// <param name="after">How long it asks to wait.</param>
    public static PullResult Limited(string reason, TimeSpan? after = null) => new(PollStatus.RateLimited) { Reason = reason, RetryAfter = after };

    /// <summary>The system does not accept the credentials; pulling stops.</summary>
    /// <param name="reason">What is wrong and what to do.</param>
    public static PullResult CredentialsRejected(string reason) => new(PollStatus.CredentialsRejected) { Reason = reason };

    /// <summary>What is pulled from is gone for good; pulling stops.</summary>
    /// <param name="reason">What is gone and what to do.</param>
    public static PullResult Gone(string reason) => new(PollStatus.Gone) { Reason = reason };

    /// <summary>It did not work, and a later pull may.</summary>
    /// <param name="reason">What is wrong.</param>
    /// <param name="after">How long the system asks to wait.</param>
    public static PullResult Failed(string reason, TimeSpan? after = null) => new(PollStatus.Failed) { Reason = reason, RetryAfter = after };
}
