namespace SocialCrm.Benchmarks.Chaos;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Rounds">How many disasters strike.</param>
/// <param name="Seed">What all is drawn from; drawn itself when not given.</param>
/// <param name="Standstill">How long a node stands still.</param>
/// <param name="Only">A word of the names of the disasters that are meant; empty for all, and for the loss of a primary.</param>
/// <param name="Json">True when the last line is to be JSON.</param>
internal sealed record ChaosOptions(int Rounds, int Seed, TimeSpan Standstill, string Only, bool Json)
{
    public static ChaosOptions Read(string[] args)
    {
        var options = new ChaosOptions(100, Random.Shared.Next(), TimeSpan.FromSeconds(30), "", false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--json" => options with { Json = true },
                "--rounds" => options with { Rounds = Number(args, ref i, 1) },
                "--seed" => options with { Seed = Number(args, ref i, 0) },
                "--standstill" => options with { Standstill = TimeSpan.FromSeconds(Number(args, ref i, 1)) },
                "--only" when ++i < args.Length => options with { Only = args[i] },
                _ => throw new UsageException($"bench.sh: chaos does not know '{args[i]}'. It takes --rounds, --seed, --standstill, --only and --json."),
            };
        }

        return options;
    }

    private static int Number(string[] args, ref int i, int least) =>
        ++i < args.Length && int.TryParse(args[i], out var number) && number >= least ? number
            : throw new UsageException($"bench.sh: {args[i - 1]} needs a whole number from {least} up.");
}
