using SocialCrm.Chaos;

namespace SocialCrm.Benchmarks.Chaos;

/// <summary>The full form of the chaos matrix: three nodes struck so many times, then for every ten rounds a primary that is lost.</summary>
internal static class ChaosRun
{
    private const int RoundsOfFailover = 10;

    /// <returns>The exit code: 1 when the server did not hold.</returns>
    public static async Task<int> RunAsync(ChaosOptions options, CancellationToken ct)
    {
        try
        {
            await StrikeAsync(options, ct);
            return 0;
        }
        catch (InvalidOperationException error)
        {
            await Console.Error.WriteLineAsync($"bench.sh: it did not hold. {error.Message}\n{error}");
            return 1;
        }
    }

    private static async Task StrikeAsync(ChaosOptions options, CancellationToken ct)
    {
        Show(await new Scenario(options.Seed, Console.WriteLine).StrikeAsync(options.Rounds, options.Standstill, options.Only, ct), options.Json);
        for (var failover = 0; options.Only.Length == 0 && failover < (options.Rounds + RoundsOfFailover - 1) / RoundsOfFailover; failover++)
        {
            Show(await new Scenario(options.Seed + failover, Console.WriteLine).LosePrimaryAsync(ct), options.Json);
        }
    }

    private static void Show(ScenarioResult result, bool json) => Console.WriteLine(json ? result.Json() : result.Line());
}
