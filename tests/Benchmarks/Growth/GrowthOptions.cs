namespace SocialCrm.Benchmarks.Growth;

/// <summary>What was asked for on the command line.</summary>
internal sealed record GrowthOptions
{
    private const string Usage = """
        Usage: ./bench.sh growth [options]          (on PostgreSQL)
          --scale N       how many messages are stored, with a tenth as many customers (default: 10000000)
          --batch N       messages a POST, 1 to 500 (default: 50)
          --messages N    how many are posted on the empty and on the grown database (default: 30000)
          --calls N       how often each page is called (default: 30)
          --json          the figures as one JSON object on the last line
        """;

    public int Scale { get; private set; } = 10_000_000;

    public int Batch { get; private set; } = 50;

    public int Messages { get; private set; } = 30_000;

    public int Calls { get; private set; } = 30;

    public bool Json { get; private set; }

    public static GrowthOptions Read(IEnumerable<string> args)
    {
        var (options, rest) = (new GrowthOptions(), new Queue<string>(args));
        while (rest.TryDequeue(out var option))
        {
            options.Take(option, rest);
        }

        return options;
    }

    private void Take(string option, Queue<string> rest)
    {
        switch (option)
        {
            case "--json": Json = true; break;
            case "--scale": Scale = Number(option, rest, GrowthBenchmark.Imported, 100_000_000); break;
            case "--batch": Batch = Number(option, rest, 1, 500); break;
            case "--messages": Messages = Number(option, rest, 1000, 10_000_000); break;
            case "--calls": Calls = Number(option, rest, 5, 10_000); break;
            default: throw new UsageException($"bench.sh: '{option}' is not an option.\n{Usage}");
        }
    }

    private static int Number(string option, Queue<string> rest, int least, int most) =>
        rest.TryDequeue(out var value) && int.TryParse(value, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"bench.sh: {option} needs a whole number from {least} to {most}.\n{Usage}");
}
