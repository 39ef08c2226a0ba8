namespace SocialCrm.Benchmarks.Ingest;

/// <summary>What was asked for of a benchmark over a number of messages.</summary>
internal sealed class IngestOptions(Arguments given)
{
    public const string Usage = """
        Usage: ./bench.sh ingest|import|replay [options]
          --database D      postgres (default) or sqlite
          --messages N      how many are measured (default: 30000)
          --json            the figures as one JSON object on the last line
        ingest only:
          --batch N         messages a POST, 1 to 500 (default: 50)
          --connections N   how many post at the same time (default: 8)
          --nodes N         server processes on one PostgreSQL, the senders spread over them (default: 1)
          --profile         what each statement takes in PostgreSQL, too
        """;

    public bool Postgres { get; } = given.Postgres;

    public string Database { get; } = given.Database;

    public int Nodes { get; } = given.Nodes();

    public int Batch { get; } = given.Number("--batch", 50, 1, 500);

    public int Messages { get; } = given.Number("--messages", 30_000, 1, 10_000_000);

    public int Connections { get; } = given.Number("--connections", 8, 1, 1000);

    public bool Profile { get; } = given.Has("--profile");
}
