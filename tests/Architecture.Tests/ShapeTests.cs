using System.Text.RegularExpressions;

namespace SocialCrm.Architecture.Tests;

/// <summary>The shape of the sources: what a reader may rely on.</summary>
public sealed partial class ShapeTests
{
    private const int LongestFile = 300;
    private const int LongestProgram = 40;

    [Fact]
    public void No_file_should_be_longer_than_a_reader_can_hold()
    {
        var files = Repository.Sources("host", "sdk", "plugins", "tests").ToList();

        Assert.Empty(files.Where(f => f.Lines > LongestFile).Select(f => $"{f} has {f.Lines} lines"));
        Assert.True(files.Count(f => f.Lines > 200) * 20 <= files.Count, "More than one file in twenty is longer than 200 lines.");
    }

    [Fact]
    public void Program_should_read_as_a_list()
    {
        var program = Repository.Sources("host").Single(f => f.Path == "host/Program.cs");
        var lines = program.Text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal));

        Assert.InRange(lines.Count(), 1, LongestProgram);
    }

    [Fact]
    public void Names_should_say_what_a_thing_is()
    {
        var vague = Repository.Sources("host", "sdk", "plugins", "tests")
            .SelectMany(f => VagueName().Matches(f.Text).Select(m => $"{f}: {m.Value}"));
        var folders = Repository.Sources("host", "sdk", "plugins").Where(f => VagueFolder().IsMatch(f.Path)).Select(f => f.Path);

        Assert.Empty(vague);
        Assert.Empty(folders);
    }

    [Fact]
    public void Classes_should_be_sealed_unless_others_derive_from_them()
    {
        var files = Repository.Sources("host", "sdk", "plugins").ToList();
        var bases = files.SelectMany(f => DerivedFrom().Matches(f.Text).Select(m => m.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            from file in files
            from open in OpenClass().Matches(file.Text)
            where !bases.Contains(open.Groups["name"].Value)
            select $"{file}: {open.Groups["name"].Value}");
    }

    [GeneratedRegex(@"\b(class|record|struct|interface|enum) (\w*(Manager|Helper|Helpers|Util|Utils|Utilities|Common|Impl|Base|Data))\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex VagueName();

    [GeneratedRegex("/(Managers?|Helpers?|Utils?|Utilities|Common|Impl|Base|Data)/", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex VagueFolder();

    [GeneratedRegex(@"^ *(public|internal|private|protected)( partial)? (class|record(?! struct)) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OpenClass();

    [GeneratedRegex(@"\b(class|record) [^{};]*?: (?<name>\w+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DerivedFrom();
}
