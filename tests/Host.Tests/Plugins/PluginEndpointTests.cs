using System.Net;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Plugins;

public abstract class PluginEndpointTests(ServerFixture fixture)
{
    private const string Webhook = "org.socialcrm.channels.signed-webhook";

    [Fact]
    public async Task Stopped_plugin_should_stay_stopped_when_the_server_starts_again()
    {
        await using var database = await fixture.NewDatabaseAsync();
        string email;
        await using (var first = await RealServer.StartAsync(database))
        {
            var admin = await first.SetUpAsync();
            Assert.Equal(PluginState.Running, (await FindAsync(admin)).State);

            Assert.Equal(PluginState.Stopped, (await admin.PostAsync<PluginInfo>($"/api/v1/plugins/{Webhook}/stop")).State);
            Assert.DoesNotContain("signed-webhook", (await admin.GetAsync<Page<ConnectorItem>>("/api/v1/connectors")).Items.Select(c => c.Id));
            email = (await admin.GetAsync<SessionInfo>("/api/v1/session")).User!.Email;
        }

        await using var second = await RealServer.StartAsync(database);
        var again = await second.SignInAsync(email);
        Assert.Equal(PluginState.Stopped, (await FindAsync(again)).State);
        Assert.Equal(PluginState.Running, (await again.PostAsync<PluginInfo>($"/api/v1/plugins/{Webhook}/start")).State);
    }

    [Fact]
    public async Task Only_the_platform_admin_should_reach_plugins_and_unknown_ones_are_not_found()
    {
        var tenant = await fixture.NewTenantAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await tenant.Owner.StatusAsync(HttpMethod.Get, "/api/v1/plugins"));
        Assert.Equal(HttpStatusCode.NotFound, await (await fixture.PlatformAdminAsync()).StatusAsync(HttpMethod.Post, "/api/v1/plugins/test.nothing/stop"));
    }

    private static async Task<PluginInfo> FindAsync(ApiClient admin) =>
        (await admin.GetAsync<Page<PluginInfo>>("/api/v1/plugins")).Items.Single(p => p.Id == Webhook);

    public sealed class OnSqlite(SqliteServer fixture) : PluginEndpointTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : PluginEndpointTests(fixture);
}
