using System.Text.Json.Nodes;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Pages;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Replays;

/// <summary>
/// A dry run over ten years of history with topics and rules: from asking for it until it is done. Every message was labelled by an older
/// model, so that each goes through the classifier.
/// </summary>
internal sealed class ReplayBenchmark(IngestOptions options, TimeProvider time)
{
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public async Task<ReplayResult> RunAsync(CancellationToken ct)
    {
        await using IBenchDatabase database = options.Postgres ? await PostgresBench.StartAsync() : new SqliteBench();
        await using var server = new ServerProcess(database.Storage, "--Logging:LogLevel:Default=Warning");
        await server.StartAsync(ct);
        var installation = await Installation.SetUpAsync(server);
        using var caller = new Caller(server.Http.BaseAddress!, installation.ApiKey);

        // One in five is an answer of the organisation, which is not replayed.
        var filling = new Filling(caller, time);
        await filling.FillAsync("acme", options.Messages * 5 / 4, perCustomer: 5, ct);
        await filling.SettledAsync(ct);
        await server.TerminateAsync(ShutdownLimit);
        await database.AgeLabelsAsync(ct);
        await server.StartAsync(ct);

        // Half of it, to warm up.
        await TryAsync(caller, new { to = time.GetUtcNow().AddDays(-90) }, ct);
        var (serverBefore, databaseBefore, started) = (server.ProcessorTime, database.ProcessorTime(), time.GetTimestamp());
        var replay = await TryAsync(caller, new { }, ct);
        var result = new ReplayResult(
            options.Database,
            replay["read"]!.GetValue<long>(),
            replay["conversations"]!.GetValue<long>(),
            time.GetElapsedTime(started),
            server.ProcessorTime - serverBefore,
            database.ProcessorTime() - databaseBefore);
        await server.TerminateAsync(ShutdownLimit);
        return result;
    }

    private async Task<JsonNode> TryAsync(Caller caller, object request, CancellationToken ct)
    {
        var id = (await caller.PostAsync("replays", request, ct))["id"]!.GetValue<string>();
        JsonNode replay;
        while ((replay = await caller.GetAsync("replays?limit=1", ct))["items"]![0]!["finishedAt"] is null)
        {
            await Task.Delay(Pause, time, ct);
        }

        replay = replay["items"]![0]!;
        return replay["id"]!.GetValue<string>() == id && replay["state"]!.GetValue<string>() == "done"
            ? replay
            : throw new InvalidOperationException($"The replay did not end well: {replay}");
    }
}
