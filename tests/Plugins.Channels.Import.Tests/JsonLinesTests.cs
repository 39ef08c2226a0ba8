using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Tests;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task Fixture_should_be_read_by_the_mapping_that_is_suggested()
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "fixtures", "threads.jsonl"));
        var connector = new ImportConnector();
        var preview = await connector.PreviewAsync(new ImportSample { Bytes = bytes, IsWhole = true }, CancellationToken.None);
        var read = await connector.ReadAsync(new ImportBlock { Mapping = preview.Suggestion!, Bytes = bytes, Line = 1, IsLast = true }, CancellationToken.None);

        Assert.Equal(12, read.Rows.Count);
        Assert.Equal(bytes.Length, read.Consumed);
        Assert.Equal("company", preview.Suggestion!.Columns[ImportFields.Topic]);
        var first = read.Rows[0].Message!;
        Assert.Equal(("dev0-0", "dev0", "person-dev0", "person_dev0"), (first.ExternalId, first.Thread, first.Author!.Id, first.Author.Handle));
        Assert.Equal((null, "TeamYouTube"), (first.InReplyTo, first.Topics.Single()));
        Assert.Equal(new DateTime(2020, 4, 1, 17, 31, 32, DateTimeKind.Utc), first.OccurredAt);
    }

    [Fact]
    public async Task Line_longer_than_a_block_should_be_reported_once_and_passed_over()
    {
        var file = System.Text.Encoding.UTF8.GetBytes($"{{\"id\":\"{new string('x', (2 * ImportBlock.LargestSize) + 10)}\"}}\n{{\"id\":\"b\",\"text\":\"t\",\"a\":\"u\"}}\n");
        var mapping = new ImportMapping { Format = "jsonl", Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = "id", ["text"] = "text", ["author.id"] = "a" } };
        var (rows, at, line, state) = (new List<ImportedRow>(), 0, 1L, (string?)null);
        while (at < file.Length)
        {
            var length = Math.Min(ImportBlock.LargestSize, file.Length - at);
            var block = new ImportBlock { Mapping = mapping, Bytes = file.AsMemory(at, length), Line = line, IsLast = at + length == file.Length, State = state };
            var found = await new ImportConnector().ReadAsync(block, CancellationToken.None);
            rows.AddRange(found.Rows);
            (at, line, state) = (at + found.Consumed, found.NextLine, found.State);
        }

        Assert.Equal([1L, 2L], rows.Select(r => r.Line));
        Assert.Equal("b", rows[1].Message!.ExternalId);
    }
}
