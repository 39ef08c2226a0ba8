namespace SocialCrm.Host.Attachments;

/// <summary>Tells this node's fetchers that something came. A hint: the poll finds what other nodes took in and what fell due.</summary>
public sealed class FetchSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0);

    public void Raise()
    {
        if (_raised.CurrentCount == 0)
        {
            _raised.Release();
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _raised.WaitAsync(atMost, ct);

    public void Dispose() => _raised.Dispose();
}
