namespace SocialCrm.Host.Engagement;

/// <summary>Tells this node that something is to be sent. A hint: the poll finds what other nodes queued and what fell due.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 64);

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
