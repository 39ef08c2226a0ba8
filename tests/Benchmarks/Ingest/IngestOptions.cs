namespace SocialCrm.Benchmarks.Ingest;

/// <summary>What was asked for on the command line.</summary>
internal sealed record IngestOptions
{
    private const string Usage = """
        Usage: ./bench.sh ingest|import|replay [options]
          --database D      postgres (default) or sqlite
          --batch N         messages a POST, 1 to 500 (default: 50)
          --messages N      how many are measured (default: 30000)
          --connections N   how many post at the same time (default: 8)
          --profile         what each statement takes in PostgreSQL, too
          --json            the figures as one JSON object on the last line
        """;

    public string Name { get; private init; } = "ingest";

    public bool Postgres { get; private set; } = true;

    public int Batch { get; private set; } = 50;

    public int Messages { get; private set; } = 30_000;

    public int Connections { get; private set; } = 8;

    public bool Json { get; private set; }

    public bool Profile { get; private set; }

    public string Database => Postgres ? "postgres" : "sqlite";

    public static IngestOptions Read(string[] args)
    {
        var rest = new Queue<string>(args);
        if (!rest.TryDequeue(out var name) || name is not ("ingest" or "import" or "replay"))
        {
            throw new UsageException($"bench.sh: {(name is null ? "which benchmark?" : $"'{name}' is not a benchmark.")} There are: ingest, import, pages, replay\n{Usage}");
        }

        var options = new IngestOptions { Name = name };
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
            case "--profile": Profile = true; break;
            case "--batch": Batch = Number(option, rest, 500); break;
            case "--messages": Messages = Number(option, rest, 10_000_000); break;
            case "--connections": Connections = Number(option, rest, 1000); break;
            case "--database": Postgres = IsPostgres(rest); break;
            default: throw new UsageException($"bench.sh: '{option}' is not an option.\n{Usage}");
        }
    }

    private static bool IsPostgres(Queue<string> rest) => rest.TryDequeue(out var value) ? value switch
    {
        "postgres" => true,
        "sqlite" => false,
        _ => throw new UsageException($"bench.sh: --database is postgres or sqlite, not '{value}'."),
    } : throw new UsageException("bench.sh: --database needs a value: postgres or sqlite.");

    private static int Number(string option, Queue<string> rest, int most) =>
        rest.TryDequeue(out var value) && int.TryParse(value, out var number) && number >= 1 && number <= most
            ? number
            : throw new UsageException($"bench.sh: {option} needs a whole number from 1 to {most}.");
}
