using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SocialCrm.Chaos;

/// <summary>The way from one node to the database, which can be cut or made slow.</summary>
public sealed class DatabaseLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile bool _cut;
    private volatile int _delay;

    public DatabaseLine(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Everything under way is lost, and nothing new gets through.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var socket in _sockets.Keys)
        {
            Drop(socket);
        }
    }

    /// <summary>Each piece takes so long, in both directions.</summary>
    public void Slow(TimeSpan delay) => _delay = (int)delay.TotalMilliseconds;

    public void Mend() => (_cut, _delay) = (false, 0);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var node = await _listener.AcceptSocketAsync();
                _ = CarryAsync(node);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return; // Stopped.
            }
        }
    }

    private async Task CarryAsync(Socket node)
    {
        var database = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        (node.NoDelay, _sockets[node], _sockets[database]) = (true, true, true);
        try
        {
            if (!_cut)
            {
                await database.ConnectAsync(IPAddress.Loopback, _target);
                await Task.WhenAny(PumpAsync(node, database), PumpAsync(database, node));
            }
        }
        catch (SocketException)
        {
            // Nobody answers there: neither does anybody here.
        }

        Drop(node);
        Drop(database);
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
            {
                if (_delay > 0)
                {
                    await Task.Delay(_delay);
                }

                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Cut, or one end is gone.
        }
    }

    private void Drop(Socket socket)
    {
        _sockets.TryRemove(socket, out _);
        socket.Close(timeout: 0);
    }
}
