using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.ApiKeys;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access;

public abstract class ApiKeyTests(ServerFixture fixture)
{
    private const string Keys = "/api/v1/api-keys";

    [Fact]
    public async Task Key_should_be_shown_once_and_work_until_it_is_revoked()
    {
        var tenant = await fixture.NewTenantAsync();
        var created = await tenant.Owner.PostAsync<CreatedApiKey>(Keys, new NewApiKey("Reports", Role.Viewer));
        var program = tenant.Server.WithKey(created.Key);
        var session = await program.GetAsync<SessionInfo>("/api/v1/session");
        Assert.Equal((null, tenant.Id, Role.Viewer), (session.User, session.Tenant.Id, session.Role));

        var listed = Assert.Single((await tenant.Owner.GetAsync<Page<ApiKeyItem>>(Keys)).Items);
        Assert.Equal((created.Id, "Reports"), (listed.Id, listed.Name));
        Assert.StartsWith(listed.Prefix, created.Key, StringComparison.Ordinal);
        Assert.NotNull(listed.LastUsedAt);

        await tenant.Owner.DeleteAsync($"{Keys}/{created.Id}");

        Assert.Equal("unauthenticated", (await program.ProblemAsync(HttpMethod.Get, "/api/v1/session", null, HttpStatusCode.Unauthorized)).Slug);
        Assert.Empty((await tenant.Owner.GetAsync<Page<ApiKeyItem>>(Keys)).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("scrm_no-such-key")]
    public async Task Unknown_key_should_not_be_let_in_even_with_a_cookie(string key)
    {
        var tenant = await fixture.NewTenantAsync();
        tenant.Owner.Http.DefaultRequestHeaders.Add("X-Api-Key", key);

        Assert.Equal(HttpStatusCode.Unauthorized, await tenant.Owner.StatusAsync(HttpMethod.Get, "/api/v1/users"));
    }

    [Fact]
    public async Task Key_should_not_get_more_than_its_maker_has()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, admin) = await tenant.MemberAsync(Role.Admin);

        var problem = await admin.ProblemAsync(HttpMethod.Post, Keys, new NewApiKey("x", Role.Owner), HttpStatusCode.BadRequest);

        Assert.Equal(["role"], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData("""{"role":"viewer"}""", "name")]
    [InlineData("""{"name":null,"role":"viewer"}""", "name")]
    [InlineData("""{"name":"x","role":"boss"}""", "role")]
    [InlineData("""{"name":"x","role":1}""", "role")]
    [InlineData("""{"name":7,"role":"viewer"}""", "name")]
    [InlineData("""{"name":"  ","role":"viewer"}""", "name")]
    [InlineData("""{"name":"x","name":"y","role":"viewer"}""", "name")]
    [InlineData("""{"name":"x",""", "")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    public async Task Request_that_cannot_be_read_should_be_refused_by_the_name_of_the_field(string json, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, Keys, json, HttpStatusCode.BadRequest);

        Assert.Equal("invalid", problem.Slug);
        Assert.Equal([field], problem.Errors!.Keys);
        Assert.DoesNotContain("SocialCrm", problem.Detail, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteServer fixture) : ApiKeyTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ApiKeyTests(fixture);
}
