namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>The names of the columns, and what stands between them.</summary>
internal sealed class CsvHeader
{
    private const char Between = '\u001F';

    private static readonly byte[] Separators = [(byte)',', (byte)';', (byte)'\t'];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public CsvHeader(byte separator, IReadOnlyList<string> names)
    {
        (Separator, Names) = (separator, names);
        for (var i = 0; i < names.Count; i++)
        {
            _places.TryAdd(names[i].Trim(), i);
        }
    }

    public byte Separator { get; }

    public IReadOnlyList<string> Names { get; }

    public static CsvHeader? Read(string? state) =>
        state is null ? null : new CsvHeader((byte)state[0], state[1..].Split(Between));

    public string Write() => (char)Separator + string.Join(Between, Names.Select(n => n.Replace(Between, ' ')));

    /// <summary>What stands between the columns: whichever of the usual signs the first line has most of.</summary>
    public static byte Guess(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var first = end < 0 ? bytes : bytes[..end];
        var (best, most) = (Separators[0], 0);
        foreach (var separator in Separators)
        {
            if (first.Count(separator) is var count && count > most)
            {
                (best, most) = (separator, count);
            }
        }

        return best;
    }

    public string? Cell(CsvRecord record, string column) =>
        _places.TryGetValue(column, out var place) && record.Fields[place] is { Length: > 0 } text ? text : null;
}
