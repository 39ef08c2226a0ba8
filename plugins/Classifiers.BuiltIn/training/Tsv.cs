namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Rows of a file with tabs between its columns and their names in the first line; quotes mean themselves.</summary>
internal static class Tsv
{
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        using var lines = File.ReadLines(path).GetEnumerator();
        if (!lines.MoveNext())
        {
            yield break;
        }
        var names = lines.Current.Split('\t');
        while (lines.MoveNext())
        {
            var cells = lines.Current.Split('\t', names.Length);
            yield return names.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        }
    }
}
