using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>From the first POST until the last message is fully processed, and then the raw rate of the same rows.</summary>
internal sealed class IngestBenchmark(IngestOptions options, TimeProvider time)
{
    public async Task<IngestResult> RunAsync(CancellationToken ct)
    {
        await using IBenchDatabase database = options.Postgres ? await PostgresBench.StartAsync(options.Profile) : new SqliteBench();
        await using var nodes = await Nodes.StartAsync(database.Storage, options.Nodes, ct);
        var installation = await Installation.SetUpAsync(nodes.First);
        var load = new FullIngest(nodes, installation, new MessageFeed(SampleTexts.Read(), options.Batch), options.Connections, time);
        await load.WarmUpAsync(ct);
        if (options.Profile && database is PostgresBench before)
        {
            await before.ForgetStatementsAsync(ct);
        }

        var result = await MeasureAsync(nodes, database, load, ct);
        await nodes.TerminateAsync();
        var statements = options.Profile && database is PostgresBench profiled ? await profiled.StatementsAsync(ct) : [];
        return result with { RawPerSecond = await database.RawRateAsync(ct), Statements = statements };
    }

    private async Task<IngestResult> MeasureAsync(Nodes nodes, IBenchDatabase database, FullIngest load, CancellationToken ct)
    {
        var used = new ProcessorUse(nodes, database);
        var (messages, took, acks) = await load.ProcessAsync(options.Messages, ct);
        var sorted = acks.Order().ToList();
        return new IngestResult
        {
            Database = options.Database,
            Nodes = options.Nodes,
            Batch = options.Batch,
            Connections = options.Connections,
            Messages = messages,
            MessagesPerSecond = messages / took.TotalSeconds,
            AckP50Ms = Report.Percentile(sorted, 0.50),
            AckP99Ms = Report.Percentile(sorted, 0.99),
            ServerRssMb = nodes.PeakMemoryMb,
            ServerMicroseconds = used.ServerMicroseconds(messages),
            DatabaseMicroseconds = used.DatabaseMicroseconds(messages),
        };
    }
}
