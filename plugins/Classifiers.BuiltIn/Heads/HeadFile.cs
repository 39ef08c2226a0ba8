using System.Globalization;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Heads;

/// <summary>Heads as lines of facet, value, feature and weight; a facet's threshold stands where the value and feature would.</summary>
internal static class HeadFile
{
    private const string Threshold = "threshold";

    public static IReadOnlyList<Head> Read(TextReader file)
    {
        var lines = new List<string[]>();
        while (file.ReadLine() is { } line)
        {
            lines.Add(line.Split('\t'));
        }
        return [.. lines.GroupBy(line => line[0], StringComparer.Ordinal).Select(ReadHead)];
    }

    public static void Write(TextWriter file, IEnumerable<Head> heads)
    {
        foreach (var head in heads)
        {
            file.WriteLine($"{head.Facet}\t{Threshold}\t{head.Threshold}");
            for (var value = 0; value < head.Values.Count; value++)
            {
                for (var feature = 0; feature < FeatureSpace.Names.Count; feature++)
                {
                    var weight = MathF.Round(head.Weights[value][feature], 2);
                    if (weight != 0)
                    {
                        file.WriteLine($"{head.Facet}\t{head.Values[value]}\t{FeatureSpace.Names[feature]}\t{weight}");
                    }
                }
            }
        }
    }

    private static Head ReadHead(IGrouping<string, string[]> lines)
    {
        var threshold = lines.First(line => line[1] == Threshold)[2];
        var weights = lines.Where(line => line.Length == 4).ToList();
        string[] values = [.. weights.Select(line => line[1]).Distinct(StringComparer.Ordinal)];
        var matrix = values.Select(_ => new float[FeatureSpace.Names.Count]).ToArray();
        foreach (var line in weights)
        {
            matrix[Array.IndexOf(values, line[1])][FeatureSpace.IndexOf(line[2])] = float.Parse(line[3], CultureInfo.InvariantCulture);
        }
        return new Head(lines.Key, values, matrix, double.Parse(threshold, CultureInfo.InvariantCulture));
    }
}
