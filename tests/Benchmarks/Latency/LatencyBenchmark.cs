using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Live;
using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Latency;

/// <summary>
/// At a steady rate, one message a POST: until the acknowledgement, and until the message stands in the open inbox of a colleague. Of so
/// many messages a list shows the last moment only, so that the colleague's is narrowed to a channel which gets some of them.
/// </summary>
internal sealed class LatencyBenchmark(Arguments given, TimeProvider time)
{
    public const string Usage = """
        Usage: ./bench.sh latency [options]
          --database D   postgres (default) or sqlite
          --rate N       messages a second (default: 1000)
          --seconds N    how long (default: 30)
          --nodes N      server processes on one PostgreSQL (default: 1)
          --profile      what each statement took in PostgreSQL
          --json         the figures as one JSON object on the last line
        """;

    private const int WatchedPerSecond = 20;
    private const int SettlingSeconds = 45;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly int _rate = given.Number("--rate", 1000, 1, 20_000);
    private readonly int _seconds = given.Number("--seconds", 30, 1, 600);
    private readonly int _nodes = given.Nodes();

    private int WatchedOneIn => Math.Max(1, _rate / WatchedPerSecond);

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        await using IBenchDatabase database = given.Postgres ? await PostgresBench.StartAsync(given.Has("--profile")) : new SqliteBench();
        await using var nodes = await Nodes.StartAsync(database.Storage, _nodes, ct);
        var busy = await Installation.SetUpAsync(nodes.First);
        var watched = await Installation.WithChannelAsync(nodes.First, busy.ApiKey, "Help");
        var texts = SampleTexts.Read();
        await new FullIngest(nodes, busy, new MessageFeed(texts, 50, "warm"), connections: 8, time).WarmUpAsync(ct);
        var node = nodes.Servers[^1];
        using var agent = await busy.AddAgentAsync(node, "agnes@example.com");
        await using var inbox = await OpenInbox.OpenAsync(agent, node.Http.BaseAddress!, watched.ChannelId, time, ct);
        var requests = Sign(new Poster(busy, nodes.Addresses, time), new Poster(watched, nodes.Addresses, time), texts);
        if (given.Has("--profile") && database is PostgresBench profiled)
        {
            await profiled.ForgetStatementsAsync(ct);
        }

        var (used, before) = (new ProcessorUse(nodes, database), await nodes.BatchesAsync(ct));
        var sent = await new SteadySender(nodes.Addresses, _rate, time).SendAsync(requests, ct);
        await WaitAsync(inbox, ct);
        var after = await nodes.BatchesAsync(ct);
        var report = Results(sent, inbox)
            .Figure("appliedMs", "from acceptance to being applied, mean", (after.WaitedSeconds - before.WaitedSeconds) * 1000 / sent.Count, "ms", "N1")
            .Figure("batch", "in a transaction, mean", sent.Count / (after.Batches - before.Batches), "messages", "N1")
            .Figure("serverRssMb", "server's memory, most", nodes.PeakMemoryMb, "MB", "N0");
        used.AddTo(report, sent.Count);
        if (given.Has("--profile") && database is PostgresBench counted)
        {
            foreach (var statement in await counted.StatementsAsync(ct))
            {
                report.Line(statement.Line(sent.Count));
            }
        }

        return report;
    }

    private static string Id(int number) => $"live-{number}";

    private bool IsWatched(int number) => number % WatchedOneIn == 0;

    private List<ReadOnlyMemory<byte>> Sign(Poster busy, Poster watched, IReadOnlyList<string> texts)
    {
        var feed = new MessageFeed(texts, batch: 1);
        return [.. Enumerable.Range(0, _rate * (SettlingSeconds + _seconds))
            .Select(i => IsWatched(i) ? watched.Sign(MessageFeed.Single(Id(i), texts[i % texts.Count])) : busy.Sign(feed.Next()))];
    }

    private async Task WaitAsync(OpenInbox inbox, CancellationToken ct)
    {
        var (started, last) = (time.GetTimestamp(), Enumerable.Range(0, _rate * (SettlingSeconds + _seconds)).Last(IsWatched));
        do
        {
            inbox.ThrowIfLost();
            await Task.Delay(Pause, time, ct);
        }
        while (!inbox.Shown.ContainsKey(Id(last)) && time.GetElapsedTime(started) < Patience);
    }

    // What came while the code of this size of batches was compiled is not counted.
    private Report Results(IReadOnlyList<SentMessage> sent, OpenInbox inbox)
    {
        var counted = Enumerable.Range(_rate * SettlingSeconds, _rate * _seconds).ToList();
        var watched = counted.FindAll(IsWatched);
        var seen = watched.FindAll(i => inbox.Shown.ContainsKey(Id(i)));
        return new Report("latency", $"{_rate:N0} messages/s for {_seconds} s on {given.Database}, nodes: {_nodes}; one a POST, from the planned time of each")
            .Milliseconds("ack", "acknowledged in", counted.Select(i => sent[i].AckMilliseconds))
            .Milliseconds("inbox", "in a colleague's open inbox", seen.Select(i => time.GetElapsedTime(sent[i].Planned, inbox.Shown[Id(i)]).TotalMilliseconds))
            .Milliseconds("refetch", "of that, the refetch of the list", inbox.Refetches)
            .Figure("watched", "watched in the inbox", watched.Count, "messages", "N0")
            .Figure("notSeen", "of these never seen in it", watched.Count - seen.Count, "messages", "N0");
    }
}
