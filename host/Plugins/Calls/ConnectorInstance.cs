using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Calls;

/// <summary>
/// The connector of one channel as it is set up now. Made on the first call; disposed when it is retired and the last
/// call has left it. Thread-safe.
/// </summary>
internal sealed class ConnectorInstance(int version, ChannelSetup setup, TimeProvider time)
{
    private readonly Lock _lock = new();
    private IChannelConnector? _connector;
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

    public IChannelConnector Connector(Func<ChannelSetup, IChannelConnector> create)
    {
        lock (_lock)
        {
            return _connector ??= create(setup);
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
        IChannelConnector? connector;
        lock (_lock)
        {
            if (!_retired || _users > 0)
            {
                return;
            }

            (connector, _connector) = (_connector, null);
        }

        switch (connector)
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
