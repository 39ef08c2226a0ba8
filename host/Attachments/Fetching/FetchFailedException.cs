namespace SocialCrm.Host.Attachments;

/// <summary>A file that could not be fetched.</summary>
internal sealed class FetchFailedException : Exception
{
    private FetchFailedException(string reason, bool mayPass, TimeSpan? wait)
        : base(reason) => (MayPass, Wait) = (mayPass, wait);

    /// <summary>True when a later attempt may succeed.</summary>
    public bool MayPass { get; }

    /// <summary>How long its server asks to wait.</summary>
    public TimeSpan? Wait { get; }

    public static FetchFailedException ForGood(string reason) => new(reason, mayPass: false, null);

    public static FetchFailedException ForNow(string reason, TimeSpan? wait = null) => new(reason, mayPass: true, wait);
}
