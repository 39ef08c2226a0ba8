using System.Net;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Fairness;

/// <summary>A sender that goes on at its rate whatever it is answered: what was refused is sent again at once.</summary>
internal sealed class Flood(Nodes nodes, Installation channel, MessageFeed feed, double rate, TimeProvider time)
{
    private const int Connections = 64;
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _took;
    private int _accepted;
    private int _refused;

    public double AcceptedPerSecond => _accepted / _took.TotalSeconds;

    public double OfferedPerSecond => (_accepted + _refused) / _took.TotalSeconds;

    public async Task RunAsync(CancellationToken stop)
    {
        var (poster, schedule, next) = (new Poster(channel, nodes.Addresses, time), new Schedule(rate, time), -1L);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(c => Task.Run(
            async () =>
            {
                using var connection = new PlainConnection();
                await connection.OpenAsync(nodes.Addresses[c % nodes.Addresses.Count], stop);
                var request = poster.Sign(feed.Next());
                while (true)
                {
                    await schedule.WaitForAsync(Interlocked.Increment(ref next), stop);
                    request = await IsAcceptedAsync(connection, request, stop) ? poster.Sign(feed.Next()) : request;
                }
            },
            stop))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _took = time.GetElapsedTime(_started);
    }

    private async Task<bool> IsAcceptedAsync(PlainConnection connection, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        var status = (HttpStatusCode)(await connection.SendAsync(request, ct)).Status;
        switch (status)
        {
            case HttpStatusCode.Accepted: Interlocked.Increment(ref _accepted); return true;
            case HttpStatusCode.TooManyRequests: Interlocked.Increment(ref _refused); return false;
            default: throw new InvalidOperationException($"The server answered {(int)status}.");
        }
    }
}
