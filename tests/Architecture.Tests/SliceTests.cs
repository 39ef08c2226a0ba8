using System.Text.RegularExpressions;

namespace SocialCrm.Architecture.Tests;

/// <summary>A slice never touches another's tables: neither through EF Core nor in SQL.</summary>
public sealed partial class SliceTests
{
    // Each with the reason why it may.
    private static readonly HashSet<(string File, string Table)> Exceptions =
    [
        // How the two databases renumber the inbox's late commits differs in more than words.
        ("host/Platform/Database/Sqlite/SqliteDialect.cs", "inbox"),
        ("host/Platform/Database/Postgres/PostgresDialect.cs", "inbox"),
    ];

    [Fact]
    public void Each_table_should_be_touched_by_its_own_slice_only()
    {
        var sources = Repository.Sources("host").Where(f => f.Path.Count(c => c == '/') > 1).ToList();
        var tables = sources.SelectMany(TablesOf).ToList();
        Assert.True(tables.Count > 15, "The tables' configurations were not found: has their form changed?");

        var strangers =
            from table in tables
            from file in sources
            where file.Slice != table.Slice && table.IsTouchedBy(file) && !Exceptions.Contains((file.Path, table.Name))
            select $"{file} touches {table.Name} of {table.Slice}";

        Assert.Empty(strangers);
    }

    [Fact]
    public void Each_table_should_be_configured_once()
    {
        var tables = Repository.Sources("host").SelectMany(TablesOf).Select(t => t.Name).ToList();

        Assert.Equal(tables.Distinct().Order(), tables.Order());
    }

    private static IEnumerable<Table> TablesOf(SourceFile file) =>
        Configuration().Matches(file.Text).Select(m => new Table(m.Groups["name"].Value, m.Groups["entity"].Value, file.Slice));

    // A configuration's class, up to the name of its table.
    [GeneratedRegex("IEntityTypeConfiguration<(?<entity>\\w+)>(?:(?!IEntityTypeConfiguration<).)*?ToTable\\(\"(?<name>\\w+)\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Configuration();

    private sealed record Table(string Name, string Entity, string Slice)
    {
        public bool IsTouchedBy(SourceFile file) =>
            file.Text.Contains($"Set<{Entity}>", StringComparison.Ordinal)
            || Regex.IsMatch(file.Text, $@"\b(FROM|JOIN|INTO|UPDATE)\s+{Name}\b|SqlTable<\w+>[^;]*""{Name}""", RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
