using System.Text.Json.Nodes;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Pages;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Growth;

/// <summary>How fast messages are taken and pages answered once millions are stored, beside how fast it was on the empty database.</summary>
internal sealed class GrowthBenchmark(GrowthOptions options, TimeProvider time)
{
    /// <summary>What the server itself takes in before it is multiplied.</summary>
    public const int Imported = 50_000;

    private const int MessagesOfCustomer = 10;
    private const int WarmUp = 20_000;
    private const int Connections = 8;
    private const string Processed = "socialcrm_messages_processed_total";
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public async Task<GrowthResult> RunAsync(CancellationToken ct)
    {
        await using var database = await PostgresBench.StartAsync();
        await using var server = new ServerProcess(database.Storage, "--Logging:LogLevel:Default=Warning");
        await server.StartAsync(ct);
        var installation = await Installation.SetUpAsync(server);
        var feed = new MessageFeed(SampleTexts.Read(), options.Batch);
        var empty = await RateAsync(server, installation, feed, ct);
        var raw = await database.RawRateAsync(ct);
        await SayAsync($"{empty:N0} messages/s on the empty database, which takes {raw:N0} rows/s by COPY; storing {options.Scale:N0} messages …");
        await GrowAsync(server, database, installation, ct);
        var grown = await RateAsync(server, installation, feed, ct);
        await SayAsync($"{grown:N0} messages/s now; calling the pages …");
        await Task.Delay(Rest, time, ct);
        using var reader = new Caller(server.Http.BaseAddress!, installation.ApiKey);
        var pages = new PageTiming(reader, options.Calls, time);
        var times = new List<PageTimes>();
        foreach (var call in await PageCalls.FindAsync(reader, time.GetUtcNow(), ct))
        {
            times.Add(await pages.MeasureAsync(call, ct));
            await SayAsync($"  {times[^1].Name}: {times[^1].P95:0} ms");
        }

        var result = new GrowthResult(options.Scale, empty, grown, raw, times, ProcessFigures.PeakMemoryMb(server.ProcessId));
        await server.TerminateAsync(ShutdownLimit);
        return result;
    }

    private async Task GrowAsync(ServerProcess server, PostgresBench database, Installation installation, CancellationToken ct)
    {
        using var caller = new Caller(server.Http.BaseAddress!, installation.ApiKey);
        await caller.PutAsync("organisation", new { name = "Acme", timeZone = PageCalls.Zone, guidelines = Array.Empty<string>() }, ct);
        var filling = new Filling(caller, time);
        var channel = await filling.FillAsync("acme", Imported, MessagesOfCustomer, ct);
        await filling.SettledAsync(ct);
        await server.TerminateAsync(ShutdownLimit);
        var started = time.GetTimestamp();
        await new Multiplication(database.Storage.ConnectionString!, Guid.Parse(channel)).RunAsync((options.Scale / Imported) - 1, ct);
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
        while (health["total"]!["count"]!.GetValue<long>() < options.Scale);
    }

    /// <summary>Messages a second, from the first POST until the last is fully processed.</summary>
    private async Task<double> RateAsync(ServerProcess server, Installation installation, MessageFeed feed, CancellationToken ct)
    {
        await PostAsync(server, installation, feed, WarmUp, ct);
        return await PostAsync(server, installation, feed, options.Messages, ct);
    }

    private async Task<double> PostAsync(ServerProcess server, Installation installation, MessageFeed feed, int atLeast, CancellationToken ct)
    {
        var poster = new Poster(installation, server.Http.BaseAddress!, time);
        var metrics = new ServerMetrics(server.Http);
        var bodies = Enumerable.Range(0, (atLeast + options.Batch - 1) / options.Batch).Select(_ => poster.Sign(feed.Next())).ToList();
        var messages = bodies.Count * options.Batch;
        var before = await metrics.ReadAsync(Processed, ct);
        var started = time.GetTimestamp();
        await poster.PostAsync(bodies, Connections, ct);
        while (await metrics.ReadAsync(Processed, ct) < before + messages)
        {
            await Task.Delay(Pause, time, ct);
        }

        return messages / time.GetElapsedTime(started).TotalSeconds;
    }

    private static Task SayAsync(string text) => Console.Error.WriteLineAsync(text);
}
