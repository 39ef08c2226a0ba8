using System.Net;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>Posts over some connections at once, as fast as the server acknowledges, and waits where it asks for that.</summary>
internal sealed class Poster(Installation installation, HttpClient http, TimeProvider time)
{
    private readonly List<double> _milliseconds = [];

    /// <summary>How long each request that was accepted took.</summary>
    public IReadOnlyList<double> Milliseconds => _milliseconds;

    public Task PostAsync(IReadOnlyList<byte[]> bodies, int connections, CancellationToken ct) => Parallel.ForEachAsync(
        bodies,
        new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = ct },
        async (body, token) => await PostAsync(body, token));

    private async Task PostAsync(byte[] body, CancellationToken ct)
    {
        while (true)
        {
            using var request = SignedRequest.Create(installation, body, time.GetUtcNow());
            var started = time.GetTimestamp();
            using var answer = await http.SendAsync(request, ct);
            if (answer.StatusCode == HttpStatusCode.Accepted)
            {
                Note(time.GetElapsedTime(started).TotalMilliseconds);
                return;
            }

            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
            {
                throw new InvalidOperationException($"The server answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
            }

            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), time, ct);
        }
    }

    private void Note(double milliseconds)
    {
        lock (_milliseconds)
        {
            _milliseconds.Add(milliseconds);
        }
    }
}
