namespace SocialCrm.Host.Ingestion;

/// <summary>Tells this node's runs that a file was uploaded. A hint: the poll finds what other nodes took in.</summary>
internal sealed class ImportSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0);

    public void Raise() => _raised.Release();

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _raised.WaitAsync(atMost, ct);

    public void Dispose() => _raised.Dispose();
}
