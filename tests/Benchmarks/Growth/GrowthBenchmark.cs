using System.Text.Json.Nodes;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Load;
using SocialCrm.Benchmarks.Pages;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Growth;

/// <summary>How fast messages are taken and pages answered once millions are stored, beside how fast it was on the empty database.</summary>
internal sealed class GrowthBenchmark(Arguments given, TimeProvider time)
{
    public const string Usage = """
        Usage: ./bench.sh growth [options]          (on PostgreSQL)
          --scale N       how many messages are stored, with a tenth as many customers (default: 10000000)
          --batch N       messages a POST, 1 to 500 (default: 50)
          --messages N    how many are posted on the empty and on the grown database (default: 30000)
          --calls N       how often each page is called (default: 30)
          --json          the figures as one JSON object on the last line
        """;

    /// <summary>What the server itself takes in before it is multiplied.</summary>
    private const int Imported = 50_000;

    private const int MessagesOfCustomer = 10;
    private const int Connections = 8;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly int _scale = given.Number("--scale", 10_000_000, Imported, 100_000_000);
    private readonly int _batch = given.Number("--batch", 50, 1, 500);
    private readonly int _messages = given.Number("--messages", 30_000, 1000, 10_000_000);
    private readonly int _calls = given.Number("--calls", 30, 5, 10_000);

    public async Task<GrowthResult> RunAsync(CancellationToken ct)
    {
        await using var database = await PostgresBench.StartAsync();
        await using var nodes = await Nodes.StartAsync(database.Storage, 1, ct);
        var server = nodes.First;
        var installation = await Installation.SetUpAsync(server);
        var load = new FullIngest(nodes, installation, new MessageFeed(SampleTexts.Read(), _batch), Connections, time);
        var empty = await RateAsync(load, ct);
        var raw = await database.RawRateAsync(ct);
        await SayAsync($"{empty:N0} messages/s on the empty database, which takes {raw:N0} rows/s by COPY; storing {_scale:N0} messages …");
        await GrowAsync(nodes, database, installation, ct);
        var grown = await RateAsync(load, ct);
        await SayAsync($"{grown:N0} messages/s now; calling the pages …");
        await Task.Delay(Rest, time, ct);
        using var reader = new Caller(server.Http.BaseAddress!, installation.ApiKey);
        var pages = new PageTiming(reader, _calls, time);
        var times = new List<PageTimes>();
        foreach (var call in await PageCalls.FindAsync(reader, time.GetUtcNow(), ct))
        {
            times.Add(await pages.MeasureAsync(call, ct));
            await SayAsync($"  {times[^1].Name}: {times[^1].P95:0} ms");
        }

        var result = new GrowthResult(_scale, empty, grown, raw, times, ProcessFigures.PeakMemoryMb(server.ProcessId));
        await nodes.TerminateAsync();
        return result;
    }

    private async Task GrowAsync(Nodes nodes, PostgresBench database, Installation installation, CancellationToken ct)
    {
        var server = nodes.First;
        using var caller = new Caller(server.Http.BaseAddress!, installation.ApiKey);
        await caller.PutAsync("organisation", new { name = "Acme", timeZone = PageCalls.Zone, guidelines = Array.Empty<string>() }, ct);
        var filling = new Filling(caller, time);
        var channel = await filling.FillAsync("acme", Imported, MessagesOfCustomer, ct);
        await filling.SettledAsync(ct);
        await nodes.TerminateAsync();
        var started = time.GetTimestamp();
        await new Multiplication(database.Storage.ConnectionString!, Guid.Parse(channel)).RunAsync((_scale / Imported) - 1, ct);
        await SayAsync($"  stored after {time.GetElapsedTime(started).TotalSeconds:0} s");
        started = time.GetTimestamp();
        await server.StartAsync(ct);
        using var again = new Caller(server.Http.BaseAddress!, installation.ApiKey);
        await DaysCountedAsync(again, ct);
        await SayAsync($"  days counted after {time.GetElapsedTime(started).TotalSeconds:0} s");
    }

    // Until the server has counted the days of the organisation's zone, charts over years are read from the finer counters.
    private async Task DaysCountedAsync(Caller caller, CancellationToken ct)
    {
        JsonNode? health;
        do
        {
            await Task.Delay(Rest / 10, time, ct);
            health = await caller.GetAsync("insights/volume?from=2010-01-01&by=week", ct);
        }
        while (health["total"]!["count"]!.GetValue<long>() < _scale);
    }

    private async Task<double> RateAsync(FullIngest load, CancellationToken ct)
    {
        await load.WarmUpAsync(ct);
        var (messages, took, _) = await load.ProcessAsync(_messages, ct);
        return messages / took.TotalSeconds;
    }

    private static Task SayAsync(string text) => Console.Error.WriteLineAsync(text);
}
