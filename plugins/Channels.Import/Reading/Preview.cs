using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>The columns and first rows of a file.</summary>
internal static class Preview
{
    private const int MostRows = 20;
    private const int RowsForColumns = 100;
    private const int MostColumns = 200;
    private const int LongestCell = 500;

    public static ImportPreview Of(ImportSample sample)
    {
        var bytes = sample.Bytes[Formats.MarkLength(sample.Bytes.Span)..];
        return Formats.Guess(sample.Bytes.Span) switch
        {
            Formats.Jsonl => Json(bytes, sample.IsWhole),
            Formats.Csv => Csv(bytes, sample.IsWhole),
            _ => Refused("This is neither JSON lines nor CSV: one JSON object a line, or a first line that names the columns."),
        };
    }

    private static ImportPreview Json(ReadOnlyMemory<byte> bytes, bool whole)
    {
        var (columns, known, rows) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), new List<JsonElement>());
        for (var at = 0; at < bytes.Length && rows.Count < RowsForColumns;)
        {
            var length = bytes.Span[at..].IndexOf((byte)'\n');
            if (length < 0 && !whole)
            {
                break;
            }

            var end = length < 0 ? bytes.Length : at + length;
            if (Object(bytes[at..end]) is { } row)
            {
                rows.Add(row);
                JsonPaths.Collect(row, "", 0, columns, known);
            }

            at = end + 1;
        }

        return rows.Count == 0
            ? Refused("None of the first lines holds a JSON object.")
            : Found(Formats.Jsonl, columns, rows.Take(MostRows).Select(row => columns.Select(c => JsonPaths.Find(row, c))));
    }

    private static JsonElement? Object(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ImportPreview Csv(ReadOnlyMemory<byte> bytes, bool whole)
    {
        var (separator, rows) = (CsvHeader.Guess(bytes.Span), new List<CsvRecord>());
        for (var at = 0; at < bytes.Length && rows.Count <= MostRows;)
        {
            var record = CsvRecord.Read(bytes.Span[at..], separator);
            if (!whole && (record.Open || record.Fault == CsvFault.Unfinished))
            {
                break;
            }

            at += record.Length;
            if (record.Fault == CsvFault.None && !record.IsEmpty)
            {
                rows.Add(record);
            }
        }

        if (rows.Count == 0 || rows[0].Fields.Count is < 2 or > MostColumns)
        {
            return Refused("The first line must name the columns, with a comma, semicolon or tab between them.");
        }

        var header = new CsvHeader(separator, rows[0].Fields);
        var columns = header.Names.Select(n => n.Trim()).ToList();
        return Found(Formats.Csv, columns, rows.Skip(1).Where(r => r.Fields.Count == columns.Count).Select(r => columns.Select(c => header.Cell(r, c))));
    }

    private static ImportPreview Found(string format, IReadOnlyList<string> columns, IEnumerable<IEnumerable<string?>> rows) => new()
    {
        Columns = columns,
        Rows = [.. rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(Cut)])],
        Suggestion = Suggestion.For(format, columns),
    };

    private static string? Cut(string? text) => text is { Length: > LongestCell }
        ? text[..(char.IsHighSurrogate(text[LongestCell - 1]) ? LongestCell - 1 : LongestCell)]
        : text;

    private static ImportPreview Refused(string message) => new() { Error = new ParseError("file", message) };
}
