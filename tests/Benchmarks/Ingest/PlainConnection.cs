using System.Net.Sockets;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>
/// A connection that writes requests as they are and reads no more of an answer than it must: the sender shares the processors
/// with what is measured, and a complete HTTP client would take as much of them as the server does.
/// </summary>
internal sealed class PlainConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    public Task OpenAsync(Uri server, CancellationToken ct) => _socket.ConnectAsync(server.Host, server.Port, ct).AsTask();

    /// <summary>Sends a request, and gives the status of its answer.</summary>
    public async Task<PlainAnswer> SendAsync(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await _socket.SendAsync(request[sent..], ct);
        }

        var (filled, end) = (0, -1);
        while (end < 0)
        {
            filled += await ReceiveAsync(_buffer.AsMemory(filled), ct);
            end = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var answer = PlainAnswer.Read(_buffer.AsSpan(0, end + 2));
        while (!answer.IsWhole(_buffer.AsSpan(end + 4, filled - end - 4)))
        {
            filled += await ReceiveAsync(_buffer.AsMemory(filled), ct);
        }

        return answer;
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReceiveAsync(Memory<byte> into, CancellationToken ct) =>
        await _socket.ReceiveAsync(into, ct) is > 0 and var read ? read : throw new IOException("The server closed the connection.");
}
