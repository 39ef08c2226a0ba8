namespace SocialCrm.Benchmarks.Pages;

/// <summary>What was asked for on the command line.</summary>
internal sealed record PagesOptions
{
    private const string Usage = """
        Usage: ./bench.sh pages [options]
          --database D        postgres (default) or sqlite
          --interactions N    how many messages there are (default: 100000)
          --calls N           how often each page is called (default: 30)
          --json              the figures as one JSON object on the last line
        """;

    public bool Postgres { get; private set; } = true;

    public int Interactions { get; private set; } = 100_000;

    public int Calls { get; private set; } = 30;

    public bool Json { get; private set; }

    public string Database => Postgres ? "postgres" : "sqlite";

    public static PagesOptions Read(IEnumerable<string> args)
    {
        var (options, rest) = (new PagesOptions(), new Queue<string>(args));
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
            case "--interactions": Interactions = Number(option, rest, 1000, 10_000_000); break;
            case "--calls": Calls = Number(option, rest, 5, 10_000); break;
            case "--database" when rest.TryDequeue(out var value) && value is "postgres" or "sqlite": Postgres = value == "postgres"; break;
            default: throw new UsageException($"bench.sh: '{option}' is not an option, or its value is none.\n{Usage}");
        }
    }

    private static int Number(string option, Queue<string> rest, int least, int most) =>
        rest.TryDequeue(out var value) && int.TryParse(value, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"bench.sh: {option} needs a whole number from {least} to {most}.");
}
