namespace SocialCrm.Host.Platform.Events;

/// <summary>Tells this node that something has fallen due. A hint: who works on it also looks from time to time.</summary>
public abstract class DueSignal : IDisposable
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

    public void Dispose()
    {
        _raised.Dispose();
        GC.SuppressFinalize(this);
    }
}
