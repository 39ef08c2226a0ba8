namespace SocialCrm.Host.Ingestion;

/// <summary>Tells this node's workers that something was appended. A hint: the poll finds what other nodes appended.</summary>
internal sealed class InboxSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0);

    public void Raise()
    {
        if (_raised.CurrentCount < 8)
        {
            _raised.Release();
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _raised.WaitAsync(atMost, ct);

    public void Dispose() => _raised.Dispose();
}
