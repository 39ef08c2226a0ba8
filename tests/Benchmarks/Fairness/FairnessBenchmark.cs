using SocialCrm.Benchmarks.Imports;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Fairness;

/// <summary>Whether what is slow or too much for some stays theirs: a report's long snapshot, a flood of messages, an import of history.</summary>
internal sealed class FairnessBenchmark(Arguments given, TimeProvider time)
{
    public const string Usage = """
        Usage: ./bench.sh fairness [options], on PostgreSQL
          --minutes N   how long the snapshot is held open (default: 2)
          --json        the figures as one JSON object on the last line
        """;

    private const int Batch = 50;
    private const int TimesCapacity = 10;
    private const int ImportRows = 30_000;
    private static readonly TimeSpan FloodBefore = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly int _minutes = given.Number("--minutes", 2, 1, 60);
    private readonly Report _report = new("fairness", "PostgreSQL, one node; delays from the planned time of a POST until the message is processed, 20 a second");

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        await using var database = await PostgresBench.StartAsync();
        await using var nodes = await Nodes.StartAsync(database.Storage, 1, ct);
        var flooded = await Installation.SetUpAsync(nodes.First);
        var load = new FullIngest(nodes, flooded, new MessageFeed(SampleTexts.Read(), Batch), connections: 8, time);
        await load.WarmUpAsync(ct);
        var capacity = await SnapshotAsync(database, nodes, load, ct);
        await DrainAsync(nodes, ct);
        await FloodAsync(database, nodes, flooded, capacity, ct);
        await DrainAsync(nodes, ct);
        await ImportAsync(database, nodes, flooded, ct);
        return _report;
    }

    /// <summary>The rate while a snapshot is open, against that of before and after: the table grows meanwhile. Gives the rate without it.</summary>
    private async Task<double> SnapshotAsync(PostgresBench database, Nodes nodes, FullIngest load, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var loading = load.KeepOnAsync(over.Token);
        var half = TimeSpan.FromMinutes(_minutes / 2.0);
        var before = await RateAsync(nodes, half, ct);
        double first, second;
        await using (await database.HoldSnapshotAsync(ct))
        {
            (first, second) = (await RateAsync(nodes, half, ct), await RateAsync(nodes, half, ct));
        }

        var after = await RateAsync(nodes, half, ct);
        await over.CancelAsync();
        await loading;
        var without = (before + after) / 2;
        _report.Line($"(a) full ingest while a snapshot is held open for {_minutes} min")
            .Figure("rateBefore", "before", before, "messages/s", "N0")
            .Figure("rateSnapshotFirst", "with it, first half", first, "messages/s", "N0")
            .Figure("rateSnapshotSecond", "with it, second half", second, "messages/s", "N0")
            .Figure("rateAfter", "after", after, "messages/s", "N0")
            .Figure("snapshotRatio", "ratio of the second half to the mean of before and after", second / without, "", "N2");
        return without;
    }

    private async Task FloodAsync(PostgresBench database, Nodes nodes, Installation flooded, double capacity, CancellationToken ct)
    {
        var neighbour = await Installation.WithChannelAsync(nodes.First, await Installation.AddTenantAsync(nodes.First, "Globex"), "Shop");
        var beside = await Installation.WithChannelAsync(nodes.First, flooded.ApiKey, "Help");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var flood = new Flood(nodes, flooded, new MessageFeed(SampleTexts.Read(), Batch, "flood"), capacity * TimesCapacity / Batch, time);
        var flooding = flood.RunAsync(over.Token);
        await Task.Delay(FloodBefore, time, ct);
        var delays = await Task.WhenAll(
            new LiveMessages(database, nodes, neighbour, "neighbour", time).MeasureAsync(ct),
            new LiveMessages(database, nodes, beside, "beside", time).MeasureAsync(ct));
        await over.CancelAsync();
        await flooding;
        _report.Line("(b) a flood on another tenant")
            .Figure("floodPlanned", "planned, of the flood", capacity * TimesCapacity, "messages/s", "N0")
            .Figure("floodOffered", "offered", flood.OfferedPerSecond * Batch, "messages/s", "N0")
            .Figure("floodAccepted", "accepted", flood.AcceptedPerSecond * Batch, "messages/s", "N0")
            .Milliseconds("otherTenant", "processed after", delays[0])
            .Line("(c) the same flood on another channel of the same tenant, at the same time")
            .Milliseconds("otherChannel", "processed after", delays[1]);
    }

    private async Task ImportAsync(PostgresBench database, Nodes nodes, Installation installation, CancellationToken ct)
    {
        var live = await Installation.WithChannelAsync(nodes.First, installation.ApiKey, "Live");
        using var import = await HistoryImport.OpenAsync(nodes.First.Http.BaseAddress!, installation.ApiKey, time, ct);
        var measuring = new LiveMessages(database, nodes, live, "live", time).MeasureAsync(ct);
        var imports = 0;
        do
        {
            await import.RunAsync($"history{imports++}", ImportRows, ct);
        }
        while (!measuring.IsCompleted);
        _report.Line($"(d) {imports} imports of {ImportRows:N0} rows, one after the other, of the same tenant").Milliseconds("besideImport", "live, processed after", await measuring);
    }

    private async Task<double> RateAsync(Nodes nodes, TimeSpan period, CancellationToken ct)
    {
        var (before, started) = (await nodes.ProcessedAsync(ct), time.GetTimestamp());
        await Task.Delay(period, time, ct);
        return (await nodes.ProcessedAsync(ct) - before) / time.GetElapsedTime(started).TotalSeconds;
    }

    private async Task DrainAsync(Nodes nodes, CancellationToken ct)
    {
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(1) + Pause, time, ct);
        }
        while (await new ServerMetrics(nodes.First.Http).ReadAsync("socialcrm_inbox_depth", ct) > 0);
    }
}
