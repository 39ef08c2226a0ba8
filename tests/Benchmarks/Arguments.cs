namespace SocialCrm.Benchmarks;

/// <summary>What was asked for on the command line. A benchmark's usage says which options there are.</summary>
internal sealed class Arguments
{
    private static readonly string[] Switches = ["--json", "--profile"];
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly string _usage;

    private Arguments(string usage) => _usage = usage;

    public bool Json => Has("--json");

    public bool Postgres => _given.GetValueOrDefault("--database", "postgres") switch
    {
        "postgres" => true,
        "sqlite" => false,
        var other => throw new UsageException($"bench.sh: --database is postgres or sqlite, not '{other}'."),
    };

    public string Database => Postgres ? "postgres" : "sqlite";

    /// <param name="args">What was given.</param>
    /// <param name="usage">A line for each option, which begins with its name after two spaces.</param>
    public static Arguments Read(IEnumerable<string> args, string usage)
    {
        var (read, rest) = (new Arguments(usage), new Queue<string>(args));
        while (rest.TryDequeue(out var option))
        {
            if (!usage.Contains($"\n  {option} ", StringComparison.Ordinal))
            {
                throw new UsageException($"bench.sh: '{option}' is not an option.\n{usage}");
            }

            read._given[option] = Switches.Contains(option) ? ""
                : rest.TryDequeue(out var value) ? value
                : throw new UsageException($"bench.sh: {option} needs a value.\n{usage}");
        }

        return read;
    }

    public bool Has(string option) => _given.ContainsKey(option);

    public int Number(string option, int standard, int least, int most) =>
        !_given.TryGetValue(option, out var value) ? standard
        : int.TryParse(value, out var number) && number >= least && number <= most ? number
        : throw new UsageException($"bench.sh: {option} needs a whole number from {least} to {most}.\n{_usage}");

    /// <summary>How many server processes share the database; only PostgreSQL can be shared.</summary>
    public int Nodes(int standard = 1) =>
        Number("--nodes", Postgres ? standard : 1, 1, 8) is > 1 and var nodes && !Postgres
            ? throw new UsageException($"bench.sh: {nodes} nodes need --database postgres.")
            : Number("--nodes", Postgres ? standard : 1, 1, 8);
}
