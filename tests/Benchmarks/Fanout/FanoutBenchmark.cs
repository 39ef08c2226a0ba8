using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Live;
using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Fanout;

/// <summary>
/// Many open workspaces of some organisations, spread over the nodes: from a POST on any node until every one of the organisation has heard of it,
/// and no other.
/// </summary>
internal sealed class FanoutBenchmark(Arguments given, TimeProvider time)
{
    public const string Usage = """
        Usage: ./bench.sh fanout [options], on PostgreSQL
          --clients N    open workspaces (default: 1000)
          --tenants N    organisations that they belong to (default: 10)
          --nodes N      server processes on the database (default: 2)
          --rate N       messages a second, of all organisations in turn (default: 200)
          --seconds N    how long (default: 30)
          --json         the figures as one JSON object on the last line
        """;

    private const int ConnectAtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly int _clients = given.Number("--clients", 1000, 1, 5000);
    private readonly int _tenants = given.Number("--tenants", 10, 1, 50);
    private readonly int _nodes = given.Nodes(standard: 2);
    private readonly int _rate = given.Number("--rate", 200, 1, 5000);
    private readonly int _seconds = given.Number("--seconds", 30, 1, 600);

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        await using var database = await PostgresBench.StartAsync();
        await using var nodes = await Nodes.StartAsync(database.Storage, _nodes, ct);
        var tenants = await TenantsAsync(nodes);
        var texts = SampleTexts.Read();
        await new FullIngest(nodes, tenants[0], new MessageFeed(texts, 50, "warm"), connections: 8, time).WarmUpAsync(ct);
        var clients = Enumerable.Range(0, _clients).Select(i => new FanoutClient(i % _tenants)).ToList();
        var links = await ConnectAsync(nodes, tenants, clients, ct);
        try
        {
            var used = new ProcessorUse(nodes, database);
            var sent = await new SteadySender(nodes.Addresses, _rate, time).SendAsync(Sign(nodes, tenants, texts), ct);
            var tally = await SettleAsync(database, clients, sent, ct);
            links.ForEach(link => link.ThrowIfLost());
            var report = Results(tally, sent, nodes);
            used.AddTo(report, sent.Count);
            return report;
        }
        finally
        {
            await Task.WhenAll(links.Select(link => link.DisposeAsync().AsTask()));
        }
    }

    private async Task<List<Installation>> TenantsAsync(Nodes nodes)
    {
        var tenants = new List<Installation> { await Installation.SetUpAsync(nodes.First) };
        for (var i = 1; i < _tenants; i++)
        {
            tenants.Add(await Installation.WithChannelAsync(nodes.First, await Installation.AddTenantAsync(nodes.First, $"Globex{i}"), "Shop"));
        }

        return tenants;
    }

    // One person of each organisation has all of its workspaces open: to the hub each is a client like any other.
    private async Task<List<HubLink>> ConnectAsync(Nodes nodes, List<Installation> tenants, List<FanoutClient> clients, CancellationToken ct)
    {
        var people = new List<Browser>();
        for (var i = 0; i < tenants.Count; i++)
        {
            people.Add(await tenants[i].AddAgentAsync(nodes.First, $"agnes{i}@example.com"));
        }

        var links = new HubLink[clients.Count];
        await Parallel.ForAsync(0, clients.Count, new ParallelOptions { MaxDegreeOfParallelism = ConnectAtOnce, CancellationToken = ct }, async (i, stop) =>
            links[i] = await HubLink.OpenAsync(nodes.Addresses[i / _tenants % _nodes], people[clients[i].Tenant].Cookies, clients[i].Hear, time, stop));
        people.ForEach(p => p.Dispose());
        return [.. links];
    }

    private List<ReadOnlyMemory<byte>> Sign(Nodes nodes, List<Installation> tenants, IReadOnlyList<string> texts)
    {
        var posters = tenants.ConvertAll(t => new Poster(t, nodes.Addresses, time));
        return [.. Enumerable.Range(0, _rate * _seconds).Select(i => posters[i % _tenants].Sign(MessageFeed.Single($"live-{i}", texts[i % texts.Count])))];
    }

    private async Task<FanoutTally> SettleAsync(PostgresBench database, List<FanoutClient> clients, IReadOnlyList<SentMessage> sent, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var tally = FanoutTally.Of(clients, await database.ConversationsAsync(ct), sent, _tenants);
            if (tally.Missed == 0 || time.GetElapsedTime(started) > Patience)
            {
                return tally;
            }

            await Task.Delay(Pause, time, ct);
        }
    }

    private Report Results(FanoutTally tally, IReadOnlyList<SentMessage> sent, Nodes nodes) =>
        new Report("fanout", $"{_clients:N0} clients of {_tenants} tenants on {_nodes} nodes, {_rate:N0} messages/s for {_seconds} s; from the planned time of each")
            .Milliseconds("ack", "acknowledged in", sent.Select(s => s.AckMilliseconds))
            .Milliseconds("heard", "heard by each client of the tenant in", tally.Heard.Select(h => time.GetElapsedTime(h.Planned, h.HeardAt).TotalMilliseconds))
            .Figure("expected", "to be heard", tally.Heard.Count + tally.Missed, "times", "N0")
            .Figure("missed", "missed", tally.Missed, "times", "N0")
            .Figure("foreign", "foreign events", tally.Foreign, "times", "N0")
            .Figure("unnamed", "hints without names", tally.Unnamed, "times", "N0")
            .Figure("serverRssMb", "memory of a server, most", nodes.PeakMemoryMb, "MB", "N0");
}
