using System.Net;
using System.Text.Json;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Attachments;

public abstract class SentFileTests(ServerFixture fixture)
{
    [Fact]
    public async Task Reply_should_take_files_along_under_addresses_that_its_receiver_can_fetch()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var conversation = await scene.ConversationAsync();
        var (photo, table) = (await scene.UploadAsync(conversation, Samples.Png), await scene.UploadAsync(conversation, Samples.Text("a;b"), "table.csv"));
        Assert.Equal((AttachmentState.Draft, "image/png"), (photo.State, photo.Type));

        var reply = await scene.ReplyAsync(conversation, "", table.Id, photo.Id);

        Assert.Equal([table.Id, photo.Id], reply.Attachments.Select(a => a.Id));
        await Eventually.HoldsAsync("the reply", () => Task.FromResult(!scene.Callback.Received.IsEmpty));
        using var body = JsonDocument.Parse(scene.Callback.Received.Single().Body);
        var sent = body.RootElement.GetProperty("data").GetProperty("attachments").EnumerateArray().ToList();
        Assert.Equal(["table.csv", "photo.png"], sent.Select(a => a.GetProperty("name").GetString()));
        Assert.Equal(("image/png", Samples.Png.Length), (sent[1].GetProperty("type").GetString(), sent[1].GetProperty("size").GetInt32()));
        using var stranger = new HttpClient();
        var address = sent[1].GetProperty("url").GetString()!;
        Assert.Equal(Samples.Png, await stranger.GetByteArrayAsync(address));
        using var changed = await stranger.GetAsync(address[..^2] + (address[^2] == 'A' ? "BA" : "AA"));
        Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);
        await scene.Owner.ProblemAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation}/replies", new { text = "again", attachments = new[] { photo.Id } }, HttpStatusCode.BadRequest);
        await scene.SweepAsync(agesAgo: true);
        Assert.Equal(2, await scene.ContentsAsync());
    }

    [Fact]
    public async Task Plugin_should_read_a_file_by_its_handle_on_its_own_channel_only()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var conversation = await scene.ConversationAsync();
        var photo = await scene.UploadAsync(conversation, Samples.Png);
        await scene.ReplyAsync(conversation, "Look", photo.Id);
        var tenant = (await scene.Owner.GetAsync<SessionInfo>("/api/v1/session")).Tenant.Id;
        var stored = new Attachment { TenantId = tenant, Id = photo.Id, ConversationId = conversation, Name = "photo.png", CreatedAt = default, DueAt = default };
        var message = new OutboundMessage
        {
            IdempotencyKey = "k",
            Id = "i",
            Conversation = "c",
            RecipientId = "u",
            Text = "Look",
            At = default,
            Attachments = [OutboundMedia.Stored(stored, "https://crm.example.com")],
        };

        var file = scene.Service<OutboundMedia>().Ready(message, tenant, scene.Channel.Id).Attachments[0];

        Assert.StartsWith("https://crm.example.com/media/", file.Url);
        var handles = scene.Service<MediaHandles>();
        await using var content = await handles.OpenAsync(tenant, scene.Channel.Id, file.Handle, CancellationToken.None);
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.Equal(Samples.Png, read.ToArray());
        await Assert.ThrowsAsync<IOException>(async () => await handles.OpenAsync(tenant, Guid.NewGuid(), file.Handle, CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(async () => await handles.OpenAsync(Guid.NewGuid(), scene.Channel.Id, file.Handle, CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(async () => await handles.OpenAsync(tenant, scene.Channel.Id, file.Url[^100..], CancellationToken.None));
    }

    [Fact]
    public async Task Note_should_show_its_files_and_removed_or_forgotten_ones_should_leave_nothing()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var conversation = await scene.ConversationAsync();
        var (noted, removed, forgotten) = (await scene.UploadAsync(conversation, Samples.Png), await scene.UploadAsync(conversation, Samples.Png), await scene.UploadAsync(conversation, Samples.Png));
        var note = await scene.Owner.PostAsync<NoteView>($"/api/v1/conversations/{conversation}/notes", new { text = "", attachments = new[] { noted.Id } });
        Assert.Equal((noted.Id, AttachmentState.Stored), (Assert.Single(note.Attachments).Id, note.Attachments[0].State));
        var timeline = await scene.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{conversation}/timeline");
        Assert.Equal(noted.Id, timeline.Items.Single(e => e.Note is not null).Note!.Attachments.Single().Id);

        await scene.Owner.DeleteAsync($"/api/v1/attachments/{removed.Id}");
        Assert.Equal(HttpStatusCode.NotFound, await scene.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/attachments/{noted.Id}"));
        await scene.ExecuteAsync("UPDATE attachments SET due_at = @then WHERE id = @id", new() { ["then"] = DateTime.UnixEpoch, ["id"] = forgotten.Id });
        await scene.SweepAsync();
        Assert.Equal((1, 1), (await scene.ContentsAsync(), await scene.CountAsync("attachments")));
        Assert.Equal(HttpStatusCode.OK, await scene.Owner.StatusAsync(HttpMethod.Get, $"/api/v1/attachments/{noted.Id}"));
    }

    [Fact]
    public async Task Upload_should_be_refused_with_a_reason_where_it_breaks_a_limit()
    {
        await using var scene = await FileScene.OpenAsync(fixture, "auto", ("QuotaMegabytes", "1"), ("AllowedTypes", "image/*, application/octet-stream"), ("MostOfMessage", "1"));
        var conversation = await scene.ConversationAsync();
        var path = $"/api/v1/conversations/{conversation}/attachments";
        await RefusedAsync(Samples.Bytes((1024 * 1024) + 1), "a", HttpStatusCode.RequestEntityTooLarge, "too-large");
        await NotEvenBegunAsync(scene, path);
        await RefusedAsync([], "a", HttpStatusCode.BadRequest, "invalid");
        await RefusedAsync(Samples.Program, "a.txt", HttpStatusCode.BadRequest, "invalid");
        await RefusedAsync(Samples.Text("plain"), "a.txt", HttpStatusCode.BadRequest, "invalid");
        await scene.Owner.ProblemAsync(HttpMethod.Post, path, new { file = "x" }, HttpStatusCode.BadRequest);
        await scene.Owner.ProblemAsync(HttpMethod.Post, path, new MultipartFormDataContent { { new StringContent("x"), "other" } }, HttpStatusCode.BadRequest);

        var (first, second) = (await scene.UploadAsync(conversation, Samples.Bytes(600_000)), await scene.UploadAsync(conversation, Samples.Png));
        await RefusedAsync(Samples.Bytes(600_000), "a", HttpStatusCode.Conflict, "storage-full");
        await scene.Owner.ProblemAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation}/replies", new { text = "x", attachments = new[] { first.Id, second.Id } }, HttpStatusCode.BadRequest);
        await scene.SweepAsync();
        Assert.Equal(2, await scene.ContentsAsync());

        async Task RefusedAsync(byte[] content, string name, HttpStatusCode status, string slug) =>
            Assert.Equal(slug, (await scene.Owner.ProblemAsync(HttpMethod.Post, path, FileScene.Form(content, name), status)).Slug);
    }

    // Whoever asks before sending (Expect: 100-continue) is spared the sending.
    private static async Task NotEvenBegunAsync(FileScene scene, string path)
    {
        var key = await (await TestTenant.OpenAsync(scene.Server, scene.Owner)).KeyAsync(Role.Agent);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = FileScene.Form(Samples.Bytes(3 * 1024 * 1024), "a"), Headers = { ExpectContinue = true } };
        using var response = await key.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("1 MiB", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Files_should_be_their_organisation_s_and_uploads_their_uploader_s()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var conversation = await scene.ConversationAsync();
        var photo = await scene.UploadAsync(conversation, Samples.Png);
        var tenant = await scene.Server.NewTenantAsync(scene.Owner);
        foreach (var path in new[] { $"/api/v1/attachments/{photo.Id}", $"/api/v1/attachments/{photo.Id}/preview" })
        {
            Assert.Equal(HttpStatusCode.OK, await scene.Owner.StatusAsync(HttpMethod.Get, path));
            Assert.Equal(HttpStatusCode.NotFound, await tenant.Owner.StatusAsync(HttpMethod.Get, path));
        }

        Assert.Equal(HttpStatusCode.NotFound, await tenant.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/attachments/{photo.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await tenant.Owner.StatusAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation}/attachments", FileScene.Form(Samples.Png, "a.png")));
        var mine = await TestTenant.OpenAsync(scene.Server, scene.Owner);
        var (_, colleague) = await mine.MemberAsync(Role.Agent);
        Assert.Equal(HttpStatusCode.BadRequest, await colleague.StatusAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation}/replies", new { text = "x", attachments = new[] { photo.Id } }));
        Assert.Equal(HttpStatusCode.NotFound, await colleague.StatusAsync(HttpMethod.Delete, $"/api/v1/attachments/{photo.Id}"));
        var viewer = await mine.KeyAsync(Role.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation}/attachments", FileScene.Form(Samples.Png, "a.png")));
    }

    [Fact]
    public async Task Content_should_be_let_go_after_the_days_it_is_kept()
    {
        await using var scene = await FileScene.OpenAsync(fixture, "auto", ("RetentionDays", "30"));
        var file = await scene.TakesAsync(new { name = "old.png", url = scene.Site.Serves("old", Samples.Png) });
        await scene.SweepAsync();
        Assert.Equal(1, await scene.ContentsAsync());

        await scene.ExecuteAsync("UPDATE attachments SET due_at = @then", new() { ["then"] = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-31) });
        await scene.SweepAsync();

        var gone = (await scene.Channel.MessagesAsync()).Single().Attachments.Single();
        Assert.Equal((file.Id, AttachmentState.Gone, null), (gone.Id, gone.State, gone.Url));
        Assert.Contains("30 days", gone.Reason!);
        Assert.Equal((0, 0), (await scene.ContentsAsync(), await scene.CountAsync("stored_files")));
    }

    public sealed class OnSqlite(SqliteServer fixture) : SentFileTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SentFileTests(fixture);
}
