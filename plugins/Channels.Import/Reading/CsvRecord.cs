using System.Text;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>
/// One record of a CSV file (RFC 4180). Where its quotes are at fault only its first line is taken, so that a quote which is
/// never closed costs one line and not the rest of the file.
/// </summary>
internal sealed class CsvRecord
{
    private const byte Quote = (byte)'"';

    public List<string> Fields { get; } = [];

    public byte Separator { get; private init; }

    public CsvFault Fault { get; private set; }

    /// <summary>In bytes, with the line break.</summary>
    public int Length { get; private set; }

    public int Lines { get; private set; } = 1;

    public bool IsEmpty => Fields.Count == 1 && Fields[0].Length == 0;

    public static CsvRecord Read(ReadOnlySpan<byte> bytes, byte separator)
    {
        var record = new CsvRecord { Separator = separator };
        var at = 0;
        do
        {
            at = record.Field(bytes, at);
        }
        while (record.Fault == CsvFault.None && record.Length == 0);

        if (record.Fault != CsvFault.None)
        {
            var end = bytes.IndexOf((byte)'\n');
            (record.Length, record.Lines) = (end < 0 ? bytes.Length : end + 1, 1);
        }

        return record;
    }

    /// <summary>Takes one field and gives the place behind its separator; at the end of the record the length is set.</summary>
    private int Field(ReadOnlySpan<byte> bytes, int at)
    {
        if (at < bytes.Length && bytes[at] == Quote)
        {
            return Quoted(bytes, at + 1);
        }

        var length = bytes[at..].IndexOfAny(Separator, (byte)'\n');
        if (length < 0)
        {
            // The end of the file ends a record too; whoever reads knows whether this is the end.
            Fields.Add(Text(bytes[at..].TrimEnd((byte)'\r')));
            (Length, Fault) = (bytes.Length, CsvFault.None);
            Open = true;
            return bytes.Length;
        }

        Fields.Add(Text(bytes[at] == '\n' ? [] : bytes.Slice(at, length).TrimEnd((byte)'\r')));
        return Behind(bytes, at + length);
    }

    /// <summary>True when no line break was seen: more may follow.</summary>
    public bool Open { get; private set; }

    private int Quoted(ReadOnlySpan<byte> bytes, int from)
    {
        var at = from;
        while (true)
        {
            var length = bytes[at..].IndexOf(Quote);
            if (length < 0)
            {
                Fault = CsvFault.Unfinished;
                return bytes.Length;
            }

            at += length + 1;
            if (at < bytes.Length && bytes[at] == Quote)
            {
                at++;
                continue;
            }

            break;
        }

        var content = bytes[from..(at - 1)];
        Lines += content.Count((byte)'\n');
        Fields.Add(Text(content).Replace("\"\"", "\"", StringComparison.Ordinal));
        at += at < bytes.Length && bytes[at] == '\r' ? 1 : 0;
        if (at >= bytes.Length)
        {
            (Length, Open) = (bytes.Length, true);
            return at;
        }

        if (bytes[at] != Separator && bytes[at] != '\n')
        {
            Fault = CsvFault.Quote;
            return at;
        }

        return Behind(bytes, at);
    }

    private int Behind(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes[at] == '\n')
        {
            Length = at + 1;
        }
        else if (at + 1 == bytes.Length)
        {
            // A separator at the very end: one more, empty field.
            Fields.Add("");
            (Length, Open) = (bytes.Length, true);
        }

        return at + 1;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
