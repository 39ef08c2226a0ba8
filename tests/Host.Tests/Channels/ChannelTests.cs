using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Channels;

public abstract class ChannelTests(ServerFixture fixture)
{
    [Fact]
    public async Task Channel_should_be_made_with_an_address_and_a_secret_that_is_shown_once()
    {
        var tenant = await fixture.NewTenantAsync();

        var made = await MakeAsync(tenant, "  Forum ");
        var shown = await tenant.Owner.GetAsync<Made>($"/api/v1/channels/{made.Id}");

        Assert.Equal(("Forum", "signed-webhook", "Signed webhook", "ok", true), (shown.Name, shown.Connector, shown.ConnectorName, shown.Status, shown.Enabled));
        Assert.True(StandardWebhooks.IsSecret(made.SigningSecret));
        Assert.Null(shown.SigningSecret);
        Assert.StartsWith(new Uri(tenant.Server.Address, "/hooks/").ToString(), shown.WebhookUrl, StringComparison.Ordinal);
        Assert.Equal("https://example.com/replies", shown.Settings["callbackUrl"]);
        Assert.True(shown.CanReply);
        Assert.Contains(made.Id, (await tenant.Owner.GetAsync<Page<Made>>("/api/v1/channels")).Items.Select(c => c.Id));
    }

    [Fact]
    public async Task Other_slices_should_find_the_channel_by_its_address_and_see_changes_at_once()
    {
        var tenant = await fixture.NewTenantAsync();
        var made = await MakeAsync(tenant);
        var (directory, tokens) = (tenant.Server.Services.GetRequiredService<ChannelDirectory>(), new Uri(made.WebhookUrl).Segments);

        var found = await directory.FindByWebhookAsync(tokens[^2].TrimEnd('/'), tokens[^1], CancellationToken.None);
        Assert.Equal((tenant.Id, made.Id, $"channel:{made.Id}"), (found!.TenantId, found.Id, found.IdentityScope));
        Assert.Equal([made.SigningSecret!], found.SigningSecrets);

        var rotated = await tenant.Owner.PostAsync<Made>($"/api/v1/channels/{made.Id}/rotate-secret");
        Assert.Equal([rotated.SigningSecret!, made.SigningSecret!], (await directory.FindAsync(tenant.Id, made.Id, CancellationToken.None))!.SigningSecrets);

        await tenant.Owner.DeleteAsync($"/api/v1/channels/{made.Id}");
        Assert.Null(await directory.FindByWebhookAsync(tokens[^2].TrimEnd('/'), tokens[^1], CancellationToken.None));
        Assert.True((await directory.AllAsync(tenant.Id, CancellationToken.None))[made.Id].Deleted);
        Assert.Equal(HttpStatusCode.NotFound, await tenant.Owner.StatusAsync(HttpMethod.Get, $"/api/v1/channels/{made.Id}"));
    }

    [Theory]
    [InlineData("""{"connector":"signed-webhook","name":"  "}""", "name")]
    [InlineData("""{"connector":"pigeon","name":"Forum"}""", "connector")]
    [InlineData("""{"connector":"signed-webhook","name":"Forum","settings":{"callbackUrl":"example.com"}}""", "settings.callbackUrl")]
    [InlineData("""{"connector":"signed-webhook","name":"Forum","settings":{"colour":"red"}}""", "settings.colour")]
    [InlineData("""{"connector":"signed-webhook","name":"Forum","settings":7}""", "settings")]
    public async Task Channel_that_is_not_valid_should_be_refused_with_the_field(string body, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/channels", body, HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Change_should_hold_at_once_and_empty_settings_should_clear_what_was_there()
    {
        var tenant = await fixture.NewTenantAsync();
        var made = await MakeAsync(tenant);

        var changed = await tenant.Owner.PutAsync<Made>($"/api/v1/channels/{made.Id}", new { name = "Shop", settings = new { }, enabled = false });

        Assert.Equal(("Shop", "disabled", false), (changed.Name, changed.Status, changed.CanReply));
        Assert.Empty(changed.Settings);
        var kept = await tenant.Owner.PutAsync<Made>($"/api/v1/channels/{made.Id}", new { name = "Shop", enabled = true });
        Assert.Equal(("ok", false), (kept.Status, kept.CanReply));
        Assert.Contains("receives only", (await tenant.Owner.PostAsync<Check>($"/api/v1/channels/{made.Id}/check")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_should_refuse_an_address_inside_the_network()
    {
        var tenant = await fixture.NewTenantAsync();
        var made = await MakeAsync(tenant, callback: "http://10.0.0.7/replies");

        var check = await tenant.Owner.PostAsync<Check>($"/api/v1/channels/{made.Id}/check");

        Assert.False(check.Ok);
        Assert.Contains("--allow-network", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_should_see_channels_but_change_none_and_another_tenant_should_see_nothing()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var made = await MakeAsync(tenant);
        var viewer = await tenant.KeyAsync(Role.Viewer);
        var path = $"/api/v1/channels/{made.Id}";

        Assert.Equal(HttpStatusCode.OK, await viewer.StatusAsync(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.OK, await viewer.StatusAsync(HttpMethod.Get, "/api/v1/connectors"));
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Delete, path));
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Post, path + "/rotate-secret"));
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Delete, path));
        Assert.Empty((await other.Owner.GetAsync<Page<Made>>("/api/v1/channels")).Items);
    }

    [Fact]
    public async Task Last_message_should_be_the_latest_that_was_noted()
    {
        var tenant = await fixture.NewTenantAsync();
        var made = await MakeAsync(tenant);
        var latest = new DateTime(2026, 5, 4, 9, 30, 0, DateTimeKind.Utc);

        foreach (var at in new[] { latest.AddHours(-2), latest, latest.AddHours(-1) })
        {
            await using var session = await tenant.Server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None);
            await ChannelActivityWriter.WriteAsync(session, tenant.Id, [(made.Id, at)], CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(latest, (await tenant.Owner.GetAsync<Made>($"/api/v1/channels/{made.Id}")).LastMessageAt);
    }

    private static Task<Made> MakeAsync(TestTenant tenant, string name = "Forum", string callback = "https://example.com/replies") =>
        tenant.Owner.PostAsync<Made>("/api/v1/channels", new { connector = "signed-webhook", name, settings = new { callbackUrl = callback } });

    public sealed record Check(bool Ok, string Message);

    public sealed record Made(
        Guid Id, string Connector, string ConnectorName, string Name, bool Enabled, Dictionary<string, string?> Settings, string WebhookUrl,
        bool CanReply, DateTime? LastMessageAt, string Status, string? SigningSecret = null);

    public sealed class OnSqlite(SqliteServer fixture) : ChannelTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ChannelTests(fixture);
}
