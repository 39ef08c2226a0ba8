using System.Net;
using System.Text.RegularExpressions;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

/// <summary>One database is enough here: none of this touches it.</summary>
public sealed partial class AdminUiTests
{
    [Fact]
    public async Task Any_page_should_be_the_ui_with_a_nonce_of_its_own()
    {
        await using var ui = await BuiltUi.StartAsync();
        var (first, policy) = await ui.PageAsync("/");
        var (second, _) = await ui.PageAsync("/conversations/42");

        var nonce = Nonce().Match(first).Groups["nonce"].Value;
        Assert.Contains($"'nonce-{nonce}'", policy, StringComparison.Ordinal);
        Assert.NotEqual(nonce, Nonce().Match(second).Groups["nonce"].Value);
        Assert.DoesNotContain("__CSP_NONCE__", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hashed_files_should_be_kept_by_browsers_and_the_page_never()
    {
        await using var ui = await BuiltUi.StartAsync();
        using var script = await ui.Client.SendAsync(HttpMethod.Get, "/assets/app-1a2b3c.js");
        using var page = await ui.Client.SendAsync(HttpMethod.Get, "/index.html");

        Assert.Equal(("text/javascript", true), (script.Content.Headers.ContentType!.MediaType, script.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal)));
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/assets/..%2f..%2fsecret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    public async Task Files_outside_the_ui_should_stay_outside(string path)
    {
        await using var ui = await BuiltUi.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await ui.Client.StatusAsync(HttpMethod.Get, path));
    }

    [GeneratedRegex("content=\"(?<nonce>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();

    private sealed class BuiltUi(TestDatabase database, RealServer server) : IAsyncDisposable
    {
        public ApiClient Client { get; } = server.Anonymous();

        public static async Task<BuiltUi> StartAsync()
        {
            var database = new SqliteTestDatabase();
            var folder = Path.Combine(database.Folder, "ui");
            Directory.CreateDirectory(Path.Combine(folder, "assets"));
            await File.WriteAllTextAsync(Path.Combine(database.Folder, "secret.txt"), "secret");
            await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<html><meta name=\"csp-nonce\" content=\"__CSP_NONCE__\" /></html>");
            await File.WriteAllTextAsync(Path.Combine(folder, "assets", "app-1a2b3c.js"), "'use strict';");
            return new BuiltUi(database, await RealServer.StartAsync(database, host => host.UseSetting("AdminUi:Directory", folder)));
        }

        public async Task<(string Page, string Policy)> PageAsync(string path)
        {
            using var response = await Client.SendAsync(HttpMethod.Get, path);
            return (await response.Content.ReadAsStringAsync(), response.Headers.GetValues("Content-Security-Policy").Single());
        }

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
