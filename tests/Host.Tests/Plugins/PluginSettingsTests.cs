using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Plugins;

public abstract class PluginSettingsTests(ServerFixture fixture)
{
    private const string BuiltIn = "org.socialcrm.classifiers.builtin";
    private const string Configured = "test.configured";
    private const string Text = "I was charged twice on my last invoice, please refund the payment.";

    [Fact]
    public async Task Built_in_classifier_should_keep_to_its_settings_from_the_next_message_on()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var admin = await server.SetUpAsync();
        var untouched = await PreviewAsync(admin);
        Assert.Contains(untouched, l => l.Facet == Facets.Topic);
        Assert.Equal(
            ["certainty", "sentiment", "topics"],
            (await admin.GetAsync<PluginSettingsView>(Path(BuiltIn))).Fields.Select(f => f.Name));

        await admin.PutAsync<PluginSettingsView>(Path(BuiltIn), new { settings = new { topics = false } });
        Assert.DoesNotContain(await PreviewAsync(admin), l => l.Facet == Facets.Topic);
        Assert.Matches(@"^1\.0\.0\+", await ModelAsync(admin, BuiltIn));

        await admin.PutAsync<PluginSettingsView>(Path(BuiltIn), new { settings = new { } });
        Assert.Equal(untouched.Select(l => (l.Facet, l.Value)), (await PreviewAsync(admin)).Select(l => (l.Facet, l.Value)));
        Assert.Equal("1.0.0", await ModelAsync(admin, BuiltIn));
    }

    [Fact]
    public async Task Settings_should_hold_on_every_node_and_after_a_restart()
    {
        await using var database = await fixture.NewDatabaseAsync();
        PluginHouse.InstallAt(System.IO.Path.Combine(database.Folder, "plugins"), Configured);
        string email;
        await using (var first = await RealServer.StartAsync(database))
        {
            var admin = await first.SetUpAsync();
            email = (await admin.GetAsync<SessionInfo>("/api/v1/session")).User!.Email;
            await using var second = await RealServer.StartAsync(database, host => host.UseSetting("Plugins:WatchEvery", "00:00:00.05"));
            var there = await second.SignInAsync(email);
            Assert.Contains("Token", (await FindAsync(there, Configured)).Reason, StringComparison.Ordinal);
            Assert.NotEmpty(await PreviewAsync(there));

            await admin.PutAsync<PluginSettingsView>(Path(Configured), new { settings = new { says = "complaint", token = "s3cret" } });
            Assert.Equal(("complaint", 0.06), await SaidAsync(admin));
            await Eventually.HoldsAsync("the other node", async () => await SaidAsync(there) == ("complaint", 0.06));
        }

        await using var third = await RealServer.StartAsync(database);
        Assert.Equal(("complaint", 0.06), await SaidAsync(await third.SignInAsync(email)));
    }

    [Fact]
    public async Task Secret_should_be_encrypted_kept_and_never_shown()
    {
        await using var database = await fixture.NewDatabaseAsync();
        PluginHouse.InstallAt(System.IO.Path.Combine(database.Folder, "plugins"), Configured);
        await using var server = await RealServer.StartAsync(database);
        var admin = await server.SetUpAsync();

        await admin.PutAsync<PluginSettingsView>(Path(Configured), new { settings = new { token = "s3cret-s3cret" } });
        var view = await admin.PutAsync<PluginSettingsView>(Path(Configured), new { settings = new { says = "complaint", token = "" } });

        Assert.Equal(("complaint", 0.13), await SaidAsync(admin));
        Assert.Equal(["token"], view.SecretsSet);
        Assert.Equal(JsonValueKind.Null, view.Settings["token"].ValueKind);
        using var raw = await admin.SendAsync(HttpMethod.Get, Path(Configured));
        Assert.DoesNotContain("s3cret", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var scope = server.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Set<PluginStateRow>().SingleAsync(r => r.PluginId == Configured);
        Assert.DoesNotContain("s3cret", row.Settings + Encoding.Latin1.GetString(row.Secrets!), StringComparison.Ordinal);
        var audited = (await admin.GetAsync<Page<AuditItem>>("/api/v1/audit")).Items.Where(e => e.Action == "plugin.settings-changed");
        Assert.Equal([(Configured, "What to say"), (Configured, "Token")], audited.Select(e => (e.SubjectId, e.Detail)));
    }

    [Fact]
    public async Task Settings_that_do_not_fit_the_form_should_be_refused_field_by_field()
    {
        var admin = await fixture.PlatformAdminAsync();

        var wrong = await admin.ProblemAsync(
            HttpMethod.Put, Path(BuiltIn), new { settings = new { certainty = "reckless", topics = "yes", depth = 3 } }, HttpStatusCode.BadRequest);
        Assert.Equal(["settings.certainty", "settings.depth", "settings.topics"], wrong.Errors!.Keys.Order());
        Assert.Contains("careful, usual, bold", wrong.Detail, StringComparison.Ordinal);
        var without = await admin.ProblemAsync(HttpMethod.Put, Path(BuiltIn), new { }, HttpStatusCode.BadRequest);
        Assert.Equal(["settings"], without.Errors!.Keys);
        Assert.Empty((await admin.GetAsync<PluginSettingsView>(Path(BuiltIn))).Settings);
    }

    [Fact]
    public async Task Settings_should_be_known_while_the_plugin_runs_and_to_the_platform_admin_alone()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var admin = await server.SetUpAsync();
        var tenant = await server.NewTenantAsync(admin);
        Assert.Equal(HttpStatusCode.Forbidden, await tenant.Owner.StatusAsync(HttpMethod.Get, Path(BuiltIn)));
        Assert.Equal(HttpStatusCode.Forbidden, await tenant.Owner.StatusAsync(HttpMethod.Put, Path(BuiltIn), new { settings = new { } }));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync(HttpMethod.Get, Path("test.nothing")));

        await admin.PostAsync<PluginInfo>($"/api/v1/plugins/{BuiltIn}/stop");

        Assert.False((await FindAsync(admin, BuiltIn)).HasSettings);
        Assert.Equal("plugin-not-running", (await admin.ProblemAsync(HttpMethod.Get, Path(BuiltIn), null, HttpStatusCode.Conflict)).Slug);
        Assert.Equal("plugin-not-running", (await admin.ProblemAsync(HttpMethod.Put, Path(BuiltIn), new { settings = new { } }, HttpStatusCode.Conflict)).Slug);
    }

    private static string Path(string plugin) => $"/api/v1/plugins/{plugin}/settings";

    private static async Task<PluginInfo> FindAsync(ApiClient admin, string id) =>
        (await admin.GetAsync<Page<PluginInfo>>("/api/v1/plugins")).Items.Single(p => p.Id == id);

    private static async Task<string> ModelAsync(ApiClient admin, string id) => (await FindAsync(admin, id)).Classifiers.Single().ModelVersion;

    private static async Task<IReadOnlyList<LabelView>> PreviewAsync(ApiClient client) =>
        (await client.PostAsync<PreviewAnswer>("/api/v1/classifiers/preview", new PreviewRequest([Text]))).Items.Single().Labels;

    private static async Task<(string Value, double Confidence)> SaidAsync(ApiClient client)
    {
        var labels = await PreviewAsync(client);
        return (labels[0].Value, Math.Round(labels[0].Confidence, 2));
    }

    public sealed class OnSqlite(SqliteServer fixture) : PluginSettingsTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : PluginSettingsTests(fixture);
}
