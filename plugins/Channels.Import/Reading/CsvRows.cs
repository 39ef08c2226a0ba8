using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>Reads a block of a CSV file. The first row names the columns; they travel from block to block.</summary>
internal sealed class CsvRows(ImportBlock block, CancellationToken ct)
{
    private const int LongestHeader = 16_000;

    private readonly RowReading _reading = new(block.Mapping);
    private readonly List<ImportedRow> _rows = [];
    private CsvHeader? _header = CsvHeader.Read(block.State);

    public ImportedBlock Read()
    {
        var (at, line) = (_header is null ? Formats.MarkLength(block.Bytes.Span) : 0, block.Line);
        while (at < block.Bytes.Length && _rows.Count < ImportedRow.MostOfBlock)
        {
            ct.ThrowIfCancellationRequested();
            var record = CsvRecord.Read(block.Bytes.Span[at..], _header?.Separator ?? CsvHeader.Guess(block.Bytes.Span[at..]));
            if ((record.Open || record.Fault == CsvFault.Unfinished) && !block.IsLast && (at > 0 || block.Bytes.Length < ImportBlock.LargestSize))
            {
                break;
            }

            if (Take(record, line) is { } error)
            {
                return Done(block.Bytes.Length, line, error);
            }

            (at, line) = (at + record.Length, line + record.Lines);
        }

        return Done(at, line, null);
    }

    private ImportedBlock Done(int consumed, long line, ParseError? error) =>
        new() { Rows = _rows, Consumed = consumed, NextLine = line, State = _header?.Write(), Error = error };

    private ParseError? Take(CsvRecord record, long line)
    {
        if (record.Fault == CsvFault.None && record.IsEmpty)
        {
            return null;
        }

        if (_header is null)
        {
            return record.Fault != CsvFault.None
                ? new ParseError("", "The first line, which names the columns, has a quote in the wrong place.")
                : Start(record);
        }

        _rows.Add(record.Fault != CsvFault.None
            ? Refused(line, "A quote stands in the wrong place, or is never closed. Inside quotes, a quote is written twice.")
            : record.Fields.Count != _header.Names.Count
            ? Refused(line, $"The row has {record.Fields.Count} columns, but the first line names {_header.Names.Count}.")
            : _reading.Read(line, column => _header.Cell(record, column)));
        return null;
    }

    private ParseError? Start(CsvRecord record)
    {
        _header = new CsvHeader(record.Separator, record.Fields);
        return _header.Names.Sum(n => n.Length + 1) > LongestHeader ? new ParseError("", "The names of the columns are too long.") : null;
    }

    private static ImportedRow Refused(long line, string message) => new() { Line = line, Error = new ParseError("", message) };
}
