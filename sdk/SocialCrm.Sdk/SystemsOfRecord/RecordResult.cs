namespace SocialCrm.Sdk;

/// <summary>The outcome of handing over one entry.</summary>
public sealed record RecordResult
{
    private RecordResult(RecordStatus status) => Status = status;

    /// <summary>What became of the entry.</summary>
    public RecordStatus Status { get; }

    /// <summary>What the system answered about the contact's record, where it did.</summary>
    public RecordChange? Record { get; private init; }

    /// <summary>What went wrong, as a sentence for an admin; at most 500 characters. Holds no secret.</summary>
    public string? Reason { get; private init; }

    /// <summary>How long the system asks to wait (Retry-After), or null to leave it to the host's back-off. Obeyed up to a day.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>What went over the wire, for the delivery log that an admin reads.</summary>
    public RecordExchange? Exchange { get; init; }

    /// <summary>The system has taken it.</summary>
    /// <param name="record">What it answered about the contact's record.</param>
    public static RecordResult Taken(RecordChange? record = null) => new(RecordStatus.Taken) { Record = record };

    /// <summary>It was not taken, and a later attempt may succeed.</summary>
    /// <param name="reason">What went wrong.</param>
    /// <param name="after">How long the system asks to wait.</param>
    public static RecordResult Retry(string reason, TimeSpan? after = null) => new(RecordStatus.Retry) { Reason = reason, RetryAfter = after };

    /// <summary>The system asks to slow down.</summary>
    /// <param name="reason">What it said.</param>
    /// <param name="after">How long it asks to wait.</param>
    public static RecordResult Limited(string reason, TimeSpan? after = null) => new(RecordStatus.Limited) { Reason = reason, RetryAfter = after };

    /// <summary>It was refused, and trying again as it is would not help.</summary>
    /// <param name="reason">Why.</param>
    public static RecordResult Failed(string reason) => new(RecordStatus.Failed) { Reason = reason };

    /// <summary>It may or may not have been taken.</summary>
    /// <param name="reason">What is known.</param>
    public static RecordResult Unknown(string reason) => new(RecordStatus.Unknown) { Reason = reason };

    /// <summary>The system does not accept the credentials.</summary>
    /// <param name="reason">What is wrong and what to do.</param>
    public static RecordResult CredentialsRejected(string reason) => new(RecordStatus.CredentialsRejected) { Reason = reason };

    /// <summary>The system wants nothing more.</summary>
    /// <param name="reason">What it said and what to do.</param>
    public static RecordResult Gone(string reason) => new(RecordStatus.Gone) { Reason = reason };
}
