using System.Net;
using System.Security.Cryptography;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Attachments;

/// <summary>Both stores, on both databases.</summary>
public abstract class InboundFileTests(ServerFixture fixture, string store)
{
    [Fact]
    public async Task Files_of_a_message_should_be_there_to_download_byte_by_byte_once_they_are_fetched()
    {
        await using var scene = await FileScene.OpenAsync(fixture, store);
        var large = Samples.Bytes(700_001);
        await scene.Channel.AcceptedAsync(FileScene.Message("m1",
        [
            new { name = "photo.png", type = "image/png", url = scene.Site.Serves("photo", Samples.Png) },
            new { name = "data.bin", url = scene.Site.Serves("data", large) },
            new { name = "note.txt", type = "text/plain", content = Convert.ToBase64String(Samples.Text("héllo")) },
        ]));

        var files = await scene.FetchedAsync("m1", 3);

        Assert.Equal(["photo.png", "data.bin", "note.txt"], files.Select(f => f.Name));
        Assert.All(files, f => Assert.Equal((AttachmentState.Stored, null), (f.State, f.Reason)));
        Assert.Equal(["image/png", "application/octet-stream", "text/plain"], files.Select(f => f.Type));
        Assert.Equal((1, 1), (files[0].Width, files[0].Height));
        Assert.Equal([Samples.Png, large, Samples.Text("héllo")], await Task.WhenAll(files.Select(f => scene.Owner.Http.GetByteArrayAsync(f.Url))));
        Assert.Null(files[1].PreviewUrl);
        Assert.Equal(3, await scene.ContentsAsync());
        Assert.Equal(0, await scene.CountAsync("attachment_inline"));
        var conversation = await scene.Owner.GetAsync<ConversationItem>($"/api/v1/conversations/{(await scene.Channel.ArrivedAsync("m1")).ConversationId}");
        Assert.Equal(3, conversation.LastAttachments);
    }

    [Fact]
    public async Task Download_should_be_something_that_a_browser_only_saves()
    {
        await using var scene = await FileScene.OpenAsync(fixture, store);
        var file = await scene.TakesAsync(new { name = "Bücher & Übersicht.png", url = scene.Site.Serves("p", Samples.Png) });

        using var download = await scene.Owner.SendAsync(HttpMethod.Get, file.Url!);

        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Bücher & Übersicht.png", download.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(download.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox; default-src 'none'", Assert.Single(download.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin", Assert.Single(download.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(download.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.StartsWith($"\"{Convert.ToHexStringLower(SHA256.HashData(Samples.Png))[..32]}", download.Headers.ETag!.Tag);
        using var again = new HttpRequestMessage(HttpMethod.Get, file.PreviewUrl) { Headers = { IfNoneMatch = { download.Headers.ETag } } };
        using var unchanged = await scene.Owner.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var shown = await scene.Owner.SendAsync(HttpMethod.Get, file.PreviewUrl!);
        Assert.Equal(("inline", "image/png"), (shown.Content.Headers.ContentDisposition!.DispositionType, shown.Content.Headers.ContentType!.MediaType));
        Assert.Contains("sandbox", Assert.Single(shown.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Redelivery_should_fetch_nothing_twice_an_edit_should_replace_and_a_deletion_take_away()
    {
        await using var scene = await FileScene.OpenAsync(fixture, store);
        var (kept, old, added) = (scene.Site.Serves("kept", Samples.Png), scene.Site.Serves("old", Samples.Png), scene.Site.Serves("added", Samples.Png));
        await scene.Channel.AcceptedAsync(FileScene.Message("m1", [new { name = "kept", url = kept }, new { name = "old", url = old }]));
        var before = await scene.FetchedAsync("m1", 2);

        await scene.Channel.AcceptedAsync(FileScene.Message("m1", [new { name = "kept", url = kept }, new { name = "old", url = old }]));
        await scene.Channel.AcceptedAsync(FileScene.Message("m1", null, "edited", 2));
        await scene.Channel.SettledAsync("ann");
        Assert.Equal(before.Select(f => f.Id), (await scene.FetchedAsync("m1", 2)).Select(f => f.Id));
        Assert.Equal(["kept", "old"], scene.Site.Asked.Order());

        await scene.Channel.AcceptedAsync(FileScene.Message("m1", [new { name = "kept", url = kept }, new { name = "added", url = added }], "edited", 3));
        await scene.Channel.ArrivedAsync("m1", m => m.Revision == 3);
        var after = await scene.FetchedAsync("m1", 2);
        Assert.Equal(before[0].Id, after.Single(f => f.Name == "kept").Id);
        Assert.Equal(["added", "kept", "old"], scene.Site.Asked.Order());
        await scene.SweepAsync();
        Assert.Equal(2, await scene.ContentsAsync());
        Assert.Equal(HttpStatusCode.NotFound, await scene.Owner.StatusAsync(HttpMethod.Get, before[1].Url!));

        await scene.Channel.AcceptedAsync(TestChannel.Deletion("m1", "ann"));
        await scene.Channel.ArrivedAsync("m1", m => m.DeletedAt is not null && m.Attachments.Count == 0);
        Assert.Equal(HttpStatusCode.NotFound, await scene.Owner.StatusAsync(HttpMethod.Get, after[0].Url!));
        await scene.SweepAsync();
        Assert.Equal((0, 0), (await scene.ContentsAsync(), await scene.CountAsync("stored_files")));
    }

    [Fact]
    public async Task File_whose_node_died_while_fetching_should_be_fetched_by_another_once_and_leave_nothing_behind()
    {
        await using var scene = await FileScene.OpenAsync(fixture, store);
        var message = await scene.Channel.ArrivedAsync(await AcceptedAsync(scene));
        var dead = await DeadNode.LeaveAsync(scene, message, scene.Site.Serves("photo", Samples.Png));

        var file = Assert.Single(await scene.FetchedAsync("m1"));

        Assert.Equal((AttachmentState.Stored, dead.Id), (file.State, file.Id));
        Assert.Single(scene.Site.Asked);
        Assert.False(await dead.ComesBackAsync(), "The dead node's content must not replace what was fetched after it.");
        Assert.Equal(2, await scene.ContentsAsync());
        await scene.SweepAsync();
        Assert.Equal(2, await scene.ContentsAsync());
        await scene.SweepAsync(agesAgo: true);
        Assert.Equal((1, 1), (await scene.ContentsAsync(), await scene.CountAsync("stored_files")));
        Assert.Equal(Samples.Png, await scene.Owner.Http.GetByteArrayAsync(file.Url));
    }

    private static async Task<string> AcceptedAsync(FileScene scene)
    {
        await scene.Channel.AcceptedAsync(TestChannel.Message("m1", "ann", "See there"));
        return "m1";
    }

    public sealed class InFolderOnSqlite(SqliteServer fixture) : InboundFileTests(fixture, "folder");

    public sealed class InDatabaseOnSqlite(SqliteServer fixture) : InboundFileTests(fixture, "database");

    public sealed class InFolderOnPostgres(PostgresServer fixture) : InboundFileTests(fixture, "folder");

    public sealed class InDatabaseOnPostgres(PostgresServer fixture) : InboundFileTests(fixture, "auto");
}
