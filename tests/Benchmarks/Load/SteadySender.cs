using System.Net;
using SocialCrm.Benchmarks.Ingest;

namespace SocialCrm.Benchmarks.Load;

/// <param name="Planned">When it was to be sent, as a timestamp.</param>
/// <param name="AckMilliseconds">From then until it was acknowledged.</param>
internal readonly record struct SentMessage(long Planned, double AckMilliseconds);

/// <summary>
/// Sends at planned times, whether or not what went before was answered. Latency counts from the planned time: a server that stalls
/// holds up all that should have been sent meanwhile, and that is not hidden.
/// </summary>
internal sealed class SteadySender(IReadOnlyList<Uri> nodes, double rate, TimeProvider time)
{
    private const int Connections = 64;
    private int _next = -1;

    /// <summary>So many have come to their time.</summary>
    public int Begun => Volatile.Read(ref _next) + 1;

    /// <param name="requests">One for each planned time, in order.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<IReadOnlyList<SentMessage>> SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> requests, CancellationToken ct)
    {
        var (sent, schedule) = (new SentMessage[requests.Count], new Schedule(rate, time));
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(c => Task.Run(
            async () =>
            {
                using var connection = new PlainConnection();
                await connection.OpenAsync(nodes[c % nodes.Count], ct);
                for (int i; (i = Interlocked.Increment(ref _next)) < requests.Count;)
                {
                    var planned = await schedule.WaitForAsync(i, ct);
                    await AcceptedAsync(connection, requests[i], ct);
                    sent[i] = new SentMessage(planned, time.GetElapsedTime(planned).TotalMilliseconds);
                }
            },
            ct)));
        return sent;
    }

    // Who is asked to wait waits, and its latency goes on counting.
    private async Task AcceptedAsync(PlainConnection connection, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        PlainAnswer answer;
        while ((answer = await connection.SendAsync(request, ct)).Status == (int)HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(TimeSpan.FromSeconds(answer.RetryAfter ?? 1), time, ct);
        }

        if (answer.Status != (int)HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"The server answered {answer.Status}.");
        }
    }
}
