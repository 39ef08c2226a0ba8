using System.Text;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>Reads a block of a file with one JSON object a line.</summary>
internal sealed class JsonLines(ImportBlock block, CancellationToken ct)
{
    // In the middle of a line that is longer than a block and was reported: it is passed over up to its end.
    private const string InLongLine = "long-line";

    private readonly RowReading _reading = new(block.Mapping);
    private readonly List<ImportedRow> _rows = [];

    public ImportedBlock Read()
    {
        var bytes = block.Bytes.Span;
        var (at, line) = (0, block.Line);
        var skipping = block.State == InLongLine;
        at += line == 1 && !skipping ? Formats.MarkLength(bytes) : 0;
        while (at < bytes.Length && _rows.Count < ImportedRow.MostOfBlock)
        {
            ct.ThrowIfCancellationRequested();
            var length = bytes[at..].IndexOf((byte)'\n');
            if (length < 0 && !block.IsLast)
            {
                return at > 0 ? Done(at, line, null) : TooLong(line, skipping);
            }

            var end = length < 0 ? bytes.Length : at + length;
            if (!skipping)
            {
                Take(block.Bytes[at..end], line);
            }

            (at, line, skipping) = (Math.Min(end + 1, bytes.Length), line + 1, false);
        }

        return Done(at, line, skipping ? InLongLine : null);
    }

    private ImportedBlock Done(int consumed, long line, string? state) => new() { Rows = _rows, Consumed = consumed, NextLine = line, State = state };

    private ImportedBlock TooLong(long line, bool reported)
    {
        if (!reported)
        {
            Refuse(line, "", "The line is longer than 1 MiB.");
        }

        return Done(block.Bytes.Length, line, InLongLine);
    }

    private void Take(ReadOnlyMemory<byte> text, long line)
    {
        if (text.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                _rows.Add(_reading.Read(line, column => JsonPaths.Find(json.RootElement, column)));
            }
            else
            {
                Refuse(line, "", "The line must hold one JSON object, in braces.");
            }
        }
        catch (JsonException error)
        {
            Refuse(line, "", $"The line is not valid JSON (near character {error.BytePositionInLine + 1}).");
        }
        catch (Exception error) when (error is InvalidOperationException or DecoderFallbackException)
        {
            // A string with broken surrogates or bytes that are no UTF-8.
            Refuse(line, "", "The line holds text that is not valid UTF-8.");
        }
    }

    private void Refuse(long line, string field, string message) => _rows.Add(new ImportedRow { Line = line, Error = new ParseError(field, message) });
}
