using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Tests;

public sealed class CsvTests
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal) { ["id"] = "id", ["text"] = "text", ["author.id"] = "author" };

    [Fact]
    public async Task Quote_that_is_never_closed_should_cost_one_line()
    {
        var rows = await ReadAsync("id,text,author\n1,\"open,a\n2,fine,b\n3,also,c\n");

        Assert.Equal([2L, 3L, 4L], rows.Select(r => r.Line));
        Assert.NotNull(rows[0].Error);
        Assert.Equal(["2", "3"], rows.Skip(1).Select(r => r.Message!.ExternalId));
    }

    [Fact]
    public async Task Mark_at_the_beginning_separators_and_line_ends_should_not_matter()
    {
        var rows = await ReadAsync("\uFEFFid;text;author\r\n1;\"a; \"\"b\"\"\r\nc\";x\r\n2;d;y");

        Assert.Equal("a; \"b\"\r\nc", rows[0].Message!.Text);
        Assert.Equal((4L, "d", "y"), (rows[1].Line, rows[1].Message!.Text, rows[1].Message!.Author!.Id));
    }

    [Fact]
    public void Whatever_is_written_should_be_read_back_however_the_file_is_cut()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonEmptyString[]>(),
            ArbMap.Default.ArbFor<PositiveInt>(),
            (texts, cut) =>
            {
                var written = texts.Select(t => "x" + Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(t.Get))).ToList();
                var file = "id,text,author\n" + string.Concat(written.Select((t, i) => $"{i},\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\",me\n"));
                var read = ReadAsync(file, (cut.Get % 50) + 300).GetAwaiter().GetResult();
                return written.SequenceEqual(read.Select(r => r.Message?.Text ?? ""));
            }).QuickCheckThrowOnFailure();
    }

    private static async Task<List<ImportedRow>> ReadAsync(string text, int blockSize = ImportBlock.LargestSize)
    {
        var (file, rows, at, line, state) = (Encoding.UTF8.GetBytes(text), new List<ImportedRow>(), 0, 1L, (string?)null);
        while (at < file.Length)
        {
            // A block that holds no whole row is offered again, larger: the host's are always of the largest size.
            for (var size = blockSize; ; size *= 2)
            {
                var length = Math.Min(size, file.Length - at);
                var block = new ImportBlock
                {
                    Mapping = new ImportMapping { Format = "csv", Columns = Columns },
                    Bytes = file.AsMemory(at, length),
                    Line = line,
                    IsLast = at + length == file.Length,
                    State = state,
                };
                var found = await new ImportConnector().ReadAsync(block, CancellationToken.None);
                if (found.Consumed > 0)
                {
                    rows.AddRange(found.Rows);
                    (at, line, state) = (at + found.Consumed, found.NextLine, found.State);
                    break;
                }
            }
        }

        return rows;
    }
}
