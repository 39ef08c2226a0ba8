namespace SocialCrm.Host.Plugins.Calls;

/// <summary>
/// The plugin's side of one channel, system of record or classifier as it is set up now. Made on the first call; disposed when it is
/// retired and the last call has left it. Thread-safe.
/// </summary>
internal sealed class PluginInstance<TPart>(int version, Func<TPart> create, TimeProvider time)
    where TPart : class
{
    private readonly Lock _lock = new();
    private TPart? _part;
    private int _users;
    private bool _retired;

    public int Version => version;

    public CircuitBreaker Breaker { get; } = new(time);

    /// <summary>False when the instance was retired meanwhile; then another one is to be asked for.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            _users += _retired ? 0 : 1;
            return !_retired;
        }
    }

    public TPart Part()
    {
        lock (_lock)
        {
            return _part ??= create();
        }
    }

    public ValueTask LeaveAsync()
    {
        lock (_lock)
        {
            _users--;
        }

        return DisposeIfUnusedAsync();
    }

    public ValueTask RetireAsync()
    {
        lock (_lock)
        {
            _retired = true;
        }

        return DisposeIfUnusedAsync();
    }

    private async ValueTask DisposeIfUnusedAsync()
    {
        TPart? part;
        lock (_lock)
        {
            if (!_retired || _users > 0)
            {
                return;
            }

            (part, _part) = (_part, null);
        }

        switch (part)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
