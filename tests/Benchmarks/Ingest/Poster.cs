using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using SocialCrm.RunningServer;
using SocialCrm.Sdk;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>Posts over some connections at once, spread over the nodes, as fast as they acknowledge, and waits where they ask for that.</summary>
internal sealed class Poster(Installation installation, IReadOnlyList<Uri> nodes, TimeProvider time)
{
    private readonly ConcurrentQueue<double> _milliseconds = new();

    /// <summary>How long each request that was accepted took.</summary>
    public IReadOnlyCollection<double> Milliseconds => _milliseconds;

    /// <summary>Signs what will be posted, which another machine would do in earnest.</summary>
    public ReadOnlyMemory<byte> Sign(byte[] body)
    {
        var (id, now) = ($"msg_{Guid.NewGuid():N}", time.GetUtcNow());
        var head = $"""
            POST {installation.WebhookPath} HTTP/1.1
            Host: {nodes[0].Authority}
            Content-Type: application/json
            Content-Length: {body.Length}
            {StandardWebhooks.IdHeader}: {id}
            {StandardWebhooks.TimestampHeader}: {now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}
            {StandardWebhooks.SignatureHeader}: {StandardWebhooks.Sign(installation.Secret, id, now, body)}


            """;
        return (byte[])[.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")), .. body];
    }

    /// <summary>Posts all of them, each connection the next one that none has taken.</summary>
    public async Task PostAsync(IReadOnlyList<ReadOnlyMemory<byte>> requests, int connections, CancellationToken ct)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(
            async () =>
            {
                using var connection = new PlainConnection();
                await connection.OpenAsync(nodes[c % nodes.Count], ct);
                for (int i; (i = Interlocked.Increment(ref next)) < requests.Count;)
                {
                    await PostAsync(connection, requests[i], ct);
                }
            },
            ct)));
    }

    /// <summary>Posts one until it is accepted.</summary>
    private async Task PostAsync(PlainConnection connection, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        while (true)
        {
            var started = time.GetTimestamp();
            var answer = await connection.SendAsync(request, ct);
            if (answer.Status == (int)HttpStatusCode.Accepted)
            {
                _milliseconds.Enqueue(time.GetElapsedTime(started).TotalMilliseconds);
                return;
            }

            if (answer.Status != (int)HttpStatusCode.TooManyRequests)
            {
                throw new InvalidOperationException($"The server answered {answer.Status}.");
            }

            await Task.Delay(TimeSpan.FromSeconds(answer.RetryAfter ?? 1), time, ct);
        }
    }
}
