using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Soak;

/// <summary>Full ingest for a long time: how much memory the server holds, and whether that grows.</summary>
internal sealed class SoakBenchmark(Arguments given, TimeProvider time)
{
    public const string Usage = """
        Usage: ./bench.sh soak [options]
          --database D   postgres (default) or sqlite
          --minutes N    how long (default: 10)
          --json         the figures as one JSON object on the last line
        """;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly int _minutes = given.Number("--minutes", 10, 1, 240);

    public async Task<Report> RunAsync(CancellationToken ct)
    {
        await using IBenchDatabase database = given.Postgres ? await PostgresBench.StartAsync() : new SqliteBench();
        await using var nodes = await Nodes.StartAsync(database.Storage, 1, ct);
        var installation = await Installation.SetUpAsync(nodes.First);
        var load = new FullIngest(nodes, installation, new MessageFeed(SampleTexts.Read(), 50), connections: 8, time);
        await load.WarmUpAsync(ct);
        var (before, started) = (await nodes.ProcessedAsync(ct), time.GetTimestamp());
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var loading = load.KeepOnAsync(over.Token);
        var samples = await SampleAsync(nodes.First.ProcessId, loading, ct);
        var rate = (await nodes.ProcessedAsync(ct) - before) / time.GetElapsedTime(started).TotalSeconds;
        await over.CancelAsync();
        await loading;
        return Results(samples, rate);
    }

    private async Task<List<(double Minute, double Megabytes)>> SampleAsync(int process, Task loading, CancellationToken ct)
    {
        var (samples, started) = (new List<(double, double)>(), time.GetTimestamp());
        using var timer = new PeriodicTimer(Step, time);
        for (double minute; (minute = time.GetElapsedTime(started).TotalMinutes) < _minutes;)
        {
            samples.Add((minute, ProcessFigures.MemoryMb(process)));
            if (loading.IsFaulted)
            {
                await loading;
            }

            await timer.WaitForNextTickAsync(ct);
        }

        return samples;
    }

    private Report Results(List<(double Minute, double Megabytes)> samples, double rate) =>
        new Report("soak", $"Full ingest for {_minutes} min on {given.Database}, 50 a POST from 8 connections; memory of the server each second")
            .Figure("messagesPerSecond", "fully processed", rate, "messages/s", "N0")
            .Figure("firstMb", "memory at the beginning, after the warm-up", samples[0].Megabytes, "MB", "N0")
            .Figure("mostMb", "memory, most", samples.Max(s => s.Megabytes), "MB", "N0")
            .Figure("lastMb", "memory at the end", samples[^1].Megabytes, "MB", "N0")
            .Figure("growthMbPerMinute", "growth in the second half, by least squares", Slope([.. samples.Skip(samples.Count / 2)]), "MB/min", "N2");

    private static double Slope(List<(double Minute, double Megabytes)> samples)
    {
        var (x, y) = (samples.Average(s => s.Minute), samples.Average(s => s.Megabytes));
        return samples.Sum(s => (s.Minute - x) * (s.Megabytes - y)) / samples.Sum(s => (s.Minute - x) * (s.Minute - x));
    }
}
