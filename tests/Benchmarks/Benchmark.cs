using SocialCrm.Benchmarks.Fairness;
using SocialCrm.Benchmarks.Fanout;
using SocialCrm.Benchmarks.Growth;
using SocialCrm.Benchmarks.Imports;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Latency;
using SocialCrm.Benchmarks.Pages;
using SocialCrm.Benchmarks.Replays;
using SocialCrm.Benchmarks.Soak;

namespace SocialCrm.Benchmarks;

/// <param name="Usage">Its options.</param>
/// <param name="RunAsync">Runs it, and gives what it measured for people and as JSON.</param>
internal sealed record Benchmark(string Usage, Func<Arguments, TimeProvider, CancellationToken, Task<(string Table, string Json)>> RunAsync)
{
    private static readonly SortedDictionary<string, Benchmark> All = new(StringComparer.Ordinal)
    {
        ["fairness"] = new(FairnessBenchmark.Usage, async (given, time, ct) => Of(await new FairnessBenchmark(given, time).RunAsync(ct))),
        ["fanout"] = new(FanoutBenchmark.Usage, async (given, time, ct) => Of(await new FanoutBenchmark(given, time).RunAsync(ct))),
        ["growth"] = new(GrowthBenchmark.Usage, async (given, time, ct) => await new GrowthBenchmark(given, time).RunAsync(ct) is var r ? (r.Table(), r.Json()) : default),
        ["import"] = new(IngestOptions.Usage, async (given, time, ct) => Of(await new ImportBenchmark(new(given), time).RunAsync(ct))),
        ["ingest"] = new(IngestOptions.Usage, async (given, time, ct) => await new IngestBenchmark(new(given), time).RunAsync(ct) is var r ? (r.Table(), r.Json()) : default),
        ["latency"] = new(LatencyBenchmark.Usage, async (given, time, ct) => Of(await new LatencyBenchmark(given, time).RunAsync(ct))),
        ["pages"] = new(PagesOptions.Usage, async (given, time, ct) => await new PagesBenchmark(new(given), time).RunAsync(ct) is var r ? (r.Table(), r.Json()) : default),
        ["replay"] = new(IngestOptions.Usage, async (given, time, ct) => await new ReplayBenchmark(new(given), time).RunAsync(ct) is var r ? (r.Table(), r.Json()) : default),
        ["soak"] = new(SoakBenchmark.Usage, async (given, time, ct) => Of(await new SoakBenchmark(given, time).RunAsync(ct))),
    };

    public static Benchmark Named(string? name) => All.GetValueOrDefault(name ?? "")
        ?? throw new UsageException($"bench.sh: {(name is null ? "which benchmark?" : $"'{name}' is not a benchmark.")} There are: {string.Join(", ", All.Keys.Append("chaos"))}");

    private static (string Table, string Json) Of(Report report) => (report.Table(), report.Json());
}
