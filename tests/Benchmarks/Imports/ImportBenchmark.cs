using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Imports;

/// <summary>From the first byte of the upload until every row of the file is fully processed.</summary>
internal sealed class ImportBenchmark(IngestOptions options, TimeProvider time)
{
    private const int WarmUp = 3_000;

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        await using IBenchDatabase database = options.Postgres ? await PostgresBench.StartAsync() : new SqliteBench();
        await using var nodes = await Nodes.StartAsync(database.Storage, 1, ct);
        var installation = await Installation.SetUpAsync(nodes.First);
        using var import = await HistoryImport.OpenAsync(nodes.First.Http.BaseAddress!, installation.ApiKey, time, ct);
        await import.RunAsync("warm", WarmUp, ct);
        var took = await import.RunAsync("row", options.Messages, ct);
        await nodes.TerminateAsync();
        return new Report("import", $"{options.Messages:N0} rows imported on {options.Database}")
            .Figure("messages", "rows", options.Messages, "", "N0")
            .Figure("messagesPerSecond", "fully processed", options.Messages / took.TotalSeconds, "messages/s", "N0");
    }
}
