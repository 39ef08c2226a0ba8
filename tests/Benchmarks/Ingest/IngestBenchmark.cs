using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>From the first POST until the last message is fully processed, and then the raw rate of the same rows.</summary>
internal sealed class IngestBenchmark(IngestOptions options, TimeProvider time)
{
    // Code that is new to the runtime is compiled, and what proves hot once more: a server does that in its first minute, and it is
    // not what is measured.
    private const int WarmUp = 20_000;
    private const string Processed = "socialcrm_messages_processed_total";

    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task<IngestResult> RunAsync(CancellationToken ct)
    {
        var feed = new MessageFeed(SampleTexts.Read(), options.Batch);
        await using IBenchDatabase database = options.Postgres ? await PostgresBench.StartAsync(options.Profile) : new SqliteBench();
        await using var server = new ServerProcess(database.Storage, "--Logging:LogLevel:Default=Warning");
        await server.StartAsync(ct);
        var installation = await Installation.SetUpAsync(server);
        await PostAsync(server, new Poster(installation, server.Http.BaseAddress!, time), feed, WarmUp, ct);
        if (options.Profile && database is PostgresBench before)
        {
            await before.ForgetStatementsAsync(ct);
        }

        var result = await MeasureAsync(server, database, new Poster(installation, server.Http.BaseAddress!, time), feed, ct);
        await server.TerminateAsync(ShutdownLimit);
        var statements = options.Profile && database is PostgresBench profiled ? await profiled.StatementsAsync(ct) : [];
        return result with { RawPerSecond = await database.RawRateAsync(ct), Statements = statements };
    }

    private async Task<IngestResult> MeasureAsync(
        ServerProcess server, IBenchDatabase database, Poster poster, MessageFeed feed, CancellationToken ct)
    {
        var (serverTime, databaseTime) = (server.ProcessorTime, database.ProcessorTime());
        var (messages, took) = await PostAsync(server, poster, feed, options.Messages, ct);
        return new IngestResult
        {
            Database = options.Database,
            Batch = options.Batch,
            Connections = options.Connections,
            Messages = messages,
            MessagesPerSecond = messages / took.TotalSeconds,
            AckP50Ms = Percentile(poster.Milliseconds, 0.50),
            AckP99Ms = Percentile(poster.Milliseconds, 0.99),
            ServerRssMb = ProcessFigures.PeakMemoryMb(server.ProcessId),
            ServerMicroseconds = (server.ProcessorTime - serverTime).TotalMicroseconds / messages,
            DatabaseMicroseconds = (database.ProcessorTime() - databaseTime).TotalMicroseconds / messages,
        };
    }

    private async Task<(int Messages, TimeSpan Took)> PostAsync(
        ServerProcess server, Poster poster, MessageFeed feed, int atLeast, CancellationToken ct)
    {
        var metrics = new ServerMetrics(server.Http);
        var bodies = Enumerable.Range(0, (atLeast + options.Batch - 1) / options.Batch).Select(_ => poster.Sign(feed.Next())).ToList();
        var messages = bodies.Count * options.Batch;
        var before = await metrics.ReadAsync(Processed, ct);
        var started = time.GetTimestamp();
        await poster.PostAsync(bodies, options.Connections, ct);
        while (await metrics.ReadAsync(Processed, ct) < before + messages)
        {
            await Task.Delay(Pause, time, ct);
        }

        return (messages, time.GetElapsedTime(started));
    }

    private static double Percentile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling(part * sorted.Count) - 1];
    }
}
