namespace SocialCrm.Benchmarks.Pages;

/// <summary>What was asked for.</summary>
internal sealed class PagesOptions(Arguments given)
{
    public const string Usage = """
        Usage: ./bench.sh pages [options]
          --database D        postgres (default) or sqlite
          --interactions N    how many messages there are (default: 100000)
          --calls N           how often each page is called (default: 30)
          --json              the figures as one JSON object on the last line
        """;

    public bool Postgres { get; } = given.Postgres;

    public string Database { get; } = given.Database;

    public int Interactions { get; } = given.Number("--interactions", 100_000, 1000, 10_000_000);

    public int Calls { get; } = given.Number("--calls", 30, 5, 10_000);
}
