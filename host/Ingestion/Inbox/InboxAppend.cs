namespace SocialCrm.Host.Ingestion;

/// <summary>One request that waits to be stored, and the promise that is kept when it is.</summary>
internal sealed class InboxAppend(RawEvent raw, IReadOnlyList<InboxItem> items)
{
    public RawEvent Raw => raw;

    public IReadOnlyList<InboxItem> Items => items;

    /// <summary>Completed after the commit; failed when nothing of it was stored.</summary>
    public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
