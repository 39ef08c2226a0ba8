using SocialCrm.Benchmarks.Ingest;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Load;

/// <summary>Posts as fast as the servers acknowledge, and waits where they ask for that.</summary>
internal sealed class FullIngest(Nodes nodes, Installation installation, MessageFeed feed, int connections, TimeProvider time)
{
    // Code that is new to the runtime is compiled, and what proves hot once more: a server does that in its first minute, and it is
    // not what is measured.
    private const int Warm = 20_000;
    private const int RequestsOfTurn = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public Task WarmUpAsync(CancellationToken ct) => ProcessAsync(Warm, ct);

    /// <summary>From the first POST until the last message is fully processed.</summary>
    public async Task<(int Messages, TimeSpan Took, IReadOnlyCollection<double> AckMilliseconds)> ProcessAsync(int atLeast, CancellationToken ct)
    {
        var poster = new Poster(installation, nodes.Addresses, time);
        var bodies = Sign(poster, (atLeast + feed.Batch - 1) / feed.Batch);
        var messages = bodies.Count * feed.Batch;
        var before = await nodes.ProcessedAsync(ct);
        var started = time.GetTimestamp();
        await poster.PostAsync(bodies, connections, ct);
        while (await nodes.ProcessedAsync(ct) < before + messages)
        {
            await Task.Delay(Pause, time, ct);
        }

        return (messages, time.GetElapsedTime(started), poster.Milliseconds);
    }

    /// <summary>Goes on until it is stopped, which is no failure.</summary>
    public async Task KeepOnAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var poster = new Poster(installation, nodes.Addresses, time);
                await poster.PostAsync(Sign(poster, RequestsOfTurn), connections, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It has gone on for as long as it was wanted.
        }
    }

    private List<ReadOnlyMemory<byte>> Sign(Poster poster, int count) => [.. Enumerable.Range(0, count).Select(_ => poster.Sign(feed.Next()))];
}
