using SocialCrm.Benchmarks.Ingest;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Pages;

/// <summary>How long what each page asks for takes, with years of history from several organisations in the database.</summary>
internal sealed class PagesBenchmark(PagesOptions options, TimeProvider time)
{
    private const int WarmUp = 5;
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public async Task<PagesResult> RunAsync(CancellationToken ct)
    {
        await using IBenchDatabase database = options.Postgres ? await PostgresBench.StartAsync() : new SqliteBench();
        await using var server = new ServerProcess(database.Storage, "--Logging:LogLevel:Default=Warning");
        await server.StartAsync(ct);
        var installation = await Installation.SetUpAsync(server);
        using var caller = new Caller(server.Http.BaseAddress!, installation.ApiKey);
        using var neighbour = new Caller(server.Http.BaseAddress!, await Installation.AddTenantAsync(server, "Globex"));
        var started = time.GetTimestamp();
        await new Filling(neighbour, time).FillAsync("globex", options.Interactions / 10, ct);
        await caller.PutAsync("organisation", new { name = "Acme", timeZone = PageCalls.Zone, guidelines = Array.Empty<string>() }, ct);
        var filling = new Filling(caller, time);
        await filling.FillAsync("acme", options.Interactions, ct);
        await filling.SettledAsync(ct);
        await Console.Error.WriteLineAsync($"{options.Interactions:N0} messages were there after {time.GetElapsedTime(started).TotalSeconds:0} s; calling the pages …");

        // As on any morning: a server that was just started, and a database that knows its tables.
        await server.TerminateAsync(ShutdownLimit);
        await server.StartAsync(ct);
        await Task.Delay(Rest, time, ct);
        var idle = ProcessFigures.MemoryMb(server.ProcessId);
        using var reader = new Caller(server.Http.BaseAddress!, installation.ApiKey);
        var pages = new List<PageTimes>();
        foreach (var call in await PageCalls.FindAsync(reader, time.GetUtcNow(), ct))
        {
            pages.Add(await MeasureAsync(reader, call, ct));
            await Console.Error.WriteLineAsync($"  {pages[^1].Name}: {pages[^1].P95:0} ms");
        }

        await Task.Delay(Rest, time, ct);
        var result = new PagesResult(options.Database, options.Interactions, pages, idle, ProcessFigures.MemoryMb(server.ProcessId));
        await server.TerminateAsync(ShutdownLimit);
        return result;
    }

    private async Task<PageTimes> MeasureAsync(Caller caller, PageCall call, CancellationToken ct)
    {
        var times = new List<double>();
        for (var i = 0; i < WarmUp + options.Calls; i++)
        {
            var started = time.GetTimestamp();
            await caller.TextAsync(call.Paths[i % call.Paths.Length], ct);
            if (i >= WarmUp)
            {
                times.Add(time.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        return new PageTimes(call.Name, Report.Percentile(times, 0.5), Report.Percentile(times, 0.95));
    }
}
