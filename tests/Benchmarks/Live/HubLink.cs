using System.Net;
using System.Net.WebSockets;

namespace SocialCrm.Benchmarks.Live;

/// <summary>The live link of an open workspace: SignalR's JSON protocol over a WebSocket, as the admin UI's client speaks it.</summary>
internal sealed class HubLink : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly TimeProvider _time;
    private readonly Action<WorkspaceHint> _heard;
    private Task _receiving = Task.CompletedTask;
    private Task _pinging = Task.CompletedTask;

    private HubLink(TimeProvider time, Action<WorkspaceHint> heard) => (_time, _heard) = (time, heard);

    /// <summary>Throws when the link was lost, after which hints may have been missed.</summary>
    public void ThrowIfLost()
    {
        if (_receiving.IsCompleted)
        {
            throw new InvalidOperationException("A client lost its link to the workspace hub.", _receiving.Exception);
        }
    }

    /// <param name="node">The node to connect to.</param>
    /// <param name="cookies">Those of a signed-in person.</param>
    /// <param name="heard">Called for each hint, one after the other.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Gives up connecting.</param>
    public static async Task<HubLink> OpenAsync(Uri node, CookieContainer cookies, Action<WorkspaceHint> heard, TimeProvider time, CancellationToken ct)
    {
        var link = new HubLink(time, heard);
        try
        {
            link._socket.Options.Cookies = cookies;
            link._socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await link._socket.ConnectAsync(new Uri($"ws://{node.Authority}/hubs/workspace"), ct);
            await link.SendAsync("{\"protocol\":\"json\",\"version\":1}"u8.ToArray(), ct);
            (link._receiving, link._pinging) = (link.ReceiveAsync(), link.PingAsync());
            return link;
        }
        catch
        {
            await link.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await Task.WhenAll(_receiving, _pinging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _closed.Dispose();
    }

    private Task SendAsync(byte[] message, CancellationToken ct) =>
        _socket.SendAsync((byte[])[.. message, RecordEnd], WebSocketMessageType.Text, endOfMessage: true, ct);

    // A client from which nothing is heard for half a minute is cut off.
    private async Task PingAsync()
    {
        while (true)
        {
            await Task.Delay(PingEvery, _time, _closed.Token);
            await SendAsync("{\"type\":6}"u8.ToArray(), _closed.Token);
        }
    }

    private async Task ReceiveAsync()
    {
        var (buffer, filled) = (new byte[4096], 0);
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(filled), _closed.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException($"The server closed the link: {_socket.CloseStatusDescription}");
            }

            filled = Take(buffer, filled + received.Count);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    /// <summary>Reads all whole records, and moves what is left to the beginning.</summary>
    private int Take(byte[] buffer, int filled)
    {
        var (from, now) = (0, _time.GetTimestamp());
        for (int length; (length = buffer.AsSpan(from, filled - from).IndexOf(RecordEnd)) >= 0; from += length + 1)
        {
            if (WorkspaceHint.Read(buffer.AsSpan(from, length), now) is { } hint)
            {
                _heard(hint);
            }
        }

        buffer.AsSpan(from, filled - from).CopyTo(buffer);
        return filled - from;
    }
}
