using SocialCrm.Host.Attachments;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Attachments;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion.Imports;

public abstract class ImportedFileTests(ServerFixture fixture)
{
    private const string Columns = """{"columns":{"id":"id","text":"text","author.id":"user","at":"at","attachments":"media"}}""";

    [Fact]
    public async Task Files_of_history_should_be_fetched_once_it_is_stored_and_each_once()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var import = await TestImport.CreateAsync(scene.Owner);
        var (photo, note) = (scene.Site.Serves("photo.png", Samples.Png), scene.Site.Serves("note.txt", Samples.Text("Hello")));
        var file = $$"""
            {"id":"one","text":"One","user":"ann","at":"2020-04-01T10:00:00Z","media":"{{photo}}"}
            {"id":"two","text":"","user":"ann","at":"2020-04-01T11:00:00Z","media":["{{photo}}",{"url":"{{note}}","name":"hello.txt"}]}
            {"id":"none","text":"None","user":"ann","at":"2020-04-01T12:00:00Z","media":[]}
            """;

        var done = await import.RunAsync(file, Columns);
        Assert.Equal((3, 0), (done.Accepted, done.Errors));
        var (one, two) = (await StoredAsync(import, "one", 1), await StoredAsync(import, "two", 2));
        var again = await import.RunAsync(file, Columns);

        Assert.Equal("image/png", Assert.Single(one).Type);
        Assert.Equal(["photo.png", "hello.txt"], two.Select(f => f.Name));
        Assert.Equal(Samples.Png, await scene.Owner.Http.GetByteArrayAsync(one[0].Url));
        Assert.Equal(3, again.Duplicates);
        Assert.Equal(3, scene.Site.Asked.Count);
        Assert.Empty((await import.MessagesAsync()).Single(m => m.ExternalId == "none").Attachments);
    }

    [Fact]
    public async Task Address_that_is_none_should_refuse_its_line_and_one_that_must_not_be_reached_should_be_said_so()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var import = await TestImport.CreateAsync(scene.Owner);

        var done = await import.RunAsync(
            $"""
            id,text,user,at,media
            a,One,ann,2020-04-01T10:00:00Z,file:///etc/passwd
            b,Two,ann,2020-04-01T10:00:00Z,{scene.Site.Serves("b", Samples.Png)} http://127.0.0.9:9/metadata
            c,Three,ann,2020-04-01T10:00:00Z,"[""{scene.Site.Serves("c", Samples.Png)}"", 7]"
            d,Four,ann,2020-04-01T10:00:00Z,{string.Join(' ', Enumerable.Repeat("https://example.com/x", 11))}
            """,
            """{"format":"csv","columns":{"id":"id","text":"text","author.id":"user","at":"at","attachments":"media"}}""");

        Assert.Equal((1, 3), (done.Accepted, done.Errors));
        var errors = (await scene.Owner.GetAsync<Page<ImportErrorView>>($"/api/v1/imports/{done.Id}/errors")).Items;
        Assert.Equal([(2L, "attachments"), (4L, "attachments"), (5L, "attachments")], errors.Select(e => (e.Line, e.Field)));
        Assert.Contains("must hold addresses", errors[0].Message, StringComparison.Ordinal);
        var files = await SettledAsync(import, "b", 2);
        Assert.Equal([AttachmentState.Stored, AttachmentState.Refused], files.Select(f => f.State));
        Assert.NotNull(files[1].Reason);
    }

    private static Task<IReadOnlyList<AttachmentView>> StoredAsync(TestImport import, string id, int count) => FilesAsync(import, id, count, AttachmentState.Stored);

    private static Task<IReadOnlyList<AttachmentView>> SettledAsync(TestImport import, string id, int count) =>
        FilesAsync(import, id, count, AttachmentState.Stored, AttachmentState.Refused);

    private static Task<IReadOnlyList<AttachmentView>> FilesAsync(TestImport import, string id, int count, params AttachmentState[] states) => Eventually.FindsAsync(
        $"{count} files of {id}",
        async () => (await import.MessagesAsync()).Single(m => m.ExternalId == id).Attachments is { } files
            && files.Count == count && files.All(f => states.Contains(f.State)) ? files : null);

    public sealed class OnSqlite(SqliteServer fixture) : ImportedFileTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ImportedFileTests(fixture);
}
