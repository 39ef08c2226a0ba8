using System.Net;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Attachments;

public abstract class HostileFileTests(ServerFixture fixture)
{
    [Fact]
    public async Task File_should_be_shown_by_what_it_holds_and_never_by_what_it_is_called()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        foreach (var (name, content, type) in new[] { ("evil.png", Samples.Html, "text/html"), ("logo.png", Samples.Svg, "image/svg+xml"), ("bomb.zip", Samples.Zip, "application/zip") })
        {
            var file = await scene.TakesAsync(new { name, type = "image/png", url = scene.Site.Serves(name, content) });
            Assert.Equal((AttachmentState.Stored, type, null), (file.State, file.Type, file.PreviewUrl));
            using var download = await scene.Owner.SendAsync(HttpMethod.Get, file.Url!);
            Assert.Equal(("application/octet-stream", "attachment"), (download.Content.Headers.ContentType!.MediaType, download.Content.Headers.ContentDisposition!.DispositionType));
            Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
            Assert.Equal(HttpStatusCode.NotFound, await scene.Owner.StatusAsync(HttpMethod.Get, $"{file.Url}/preview"));
        }

        // Half picture, half page: it is sent as the picture, and may run nothing.
        var polyglot = await scene.TakesAsync(new { name = "page.html", type = "text/html", url = scene.Site.Serves("polyglot", Samples.Polyglot) });
        using var shown = await scene.Owner.SendAsync(HttpMethod.Get, polyglot.PreviewUrl!);
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        var huge = await scene.TakesAsync(new { name = "huge.png", url = scene.Site.Serves("huge", Samples.PngOf(60_000, 60_000)) });
        Assert.Equal((AttachmentState.Stored, null), (huge.State, huge.PreviewUrl));
    }

    [Fact]
    public async Task File_that_is_not_taken_should_say_why_and_leave_no_content()
    {
        await using var scene = await FileScene.OpenAsync(fixture, "auto", ("FetchAttempts", "1"), ("FetchSeconds", "2"));
        var (site, large) = (scene.Site, Samples.Bytes((1024 * 1024) + 1));
        await RefusedAsync(scene, new { name = "setup.txt", url = site.Serves("program", Samples.Program) }, "program");
        await RefusedAsync(scene, new { name = "run.BAT", url = site.Serves("bat", Samples.Text("echo hi")) }, ".bat");
        await RefusedAsync(scene, new { name = "empty.png", url = site.Serves("empty", []) }, "empty");
        await RefusedAsync(scene, new { name = "a", size = 2_000_000, url = site.Url("never-asked") }, "1 MiB");
        await RefusedAsync(scene, new { name = "b", url = site.Serves("declared", large, r => r.ContentLength = large.Length) }, "1 MiB");
        await RefusedAsync(scene, new { name = "c", url = site.Serves("undeclared", large) }, "1 MiB");
        await RefusedAsync(scene, new { name = "d", url = site.Url("nothing") }, "404");
        await RefusedAsync(scene, new { name = "e", url = site.Serves("packed", Samples.Png, r => r.Headers.ContentEncoding = "gzip") }, "packed");
        await RefusedAsync(scene, new
        {
            name = "f",
            url = site.Does("slow", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(new byte[1]);
                await http.Response.Body.FlushAsync();
                await Task.Delay(50);
            }
        })
        }, "too slow");
        Assert.DoesNotContain("never-asked", site.Asked);
        await scene.SweepAsync();
        Assert.Equal((0, 0), (await scene.ContentsAsync(), await scene.CountAsync("stored_files")));
    }

    [Fact]
    public async Task Redirection_should_be_followed_to_the_allowed_and_refused_to_the_inside()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var target = scene.Site.Serves("target", Samples.Png);
        var moved = await scene.TakesAsync(new { name = "moved", url = scene.Site.Does("moved", Redirects(target)) });
        Assert.Equal(AttachmentState.Stored, moved.State);

        await RefusedAsync(scene, new { name = "inside", url = scene.Site.Does("inside", Redirects($"http://127.0.0.2:{scene.Site.Port}/target")) }, "loopback");
        await RefusedAsync(scene, new { name = "direct", url = $"http://127.0.0.2:{scene.Site.Port}/target" }, "loopback");
        await RefusedAsync(scene, new { name = "local", url = scene.Site.Does("local", Redirects("file:///etc/passwd")) }, "http");
        await RefusedAsync(scene, new { name = "circle", url = scene.Site.Does("circle", Redirects(scene.Site.Url("circle"))) }, "redirects more than");
        Assert.Single(scene.Site.Asked, "target");
    }

    [Fact]
    public async Task Source_that_fails_for_a_while_should_be_asked_again()
    {
        await using var scene = await FileScene.OpenAsync(fixture);
        var tries = 0;
        await scene.Channel.AcceptedAsync(FileScene.Message("m1", [new
        {
            name = "photo.png",
            url = scene.Site.Does("busy", http =>
            {
                http.Response.StatusCode = Interlocked.Increment(ref tries) == 1 ? 503 : 200;
                return tries == 1 ? Task.CompletedTask : http.Response.Body.WriteAsync(Samples.Png).AsTask();
            }),
        }]));
        var waiting = await scene.Channel.ArrivedAsync("m1", m => m.Attachments is [{ Reason: not null }]);
        Assert.Equal(AttachmentState.Pending, waiting.Attachments[0].State);
        Assert.Contains("503", waiting.Attachments[0].Reason!);

        await scene.ExecuteAsync("UPDATE attachments SET due_at = @then", new() { ["then"] = DateTime.UnixEpoch });
        Assert.Equal((AttachmentState.Stored, null), (await scene.FetchedAsync("m1")) is [var file] ? (file.State, file.Reason) : default);
        Assert.Equal(2, tries);
    }

    private static Microsoft.AspNetCore.Http.RequestDelegate Redirects(string to) => http =>
    {
        (http.Response.StatusCode, http.Response.Headers.Location) = (302, to);
        return Task.CompletedTask;
    };

    private static async Task RefusedAsync(FileScene scene, object attachment, string because)
    {
        var file = await scene.TakesAsync(attachment);
        Assert.Equal((AttachmentState.Refused, null), (file.State, file.Url));
        Assert.Contains(because, file.Reason!);
    }

    public sealed class OnSqlite(SqliteServer fixture) : HostileFileTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : HostileFileTests(fixture);
}
