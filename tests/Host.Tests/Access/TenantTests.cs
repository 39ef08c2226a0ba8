using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.ApiKeys;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access;

public abstract class TenantTests(ServerFixture fixture)
{
    [Fact]
    public async Task Tenants_should_never_see_each_other()
    {
        var (mine, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var (member, _) = await other.MemberAsync(Role.Agent);
        var key = await other.Owner.PostAsync<CreatedApiKey>("/api/v1/api-keys", new NewApiKey("Secret plans", Role.Viewer));

        Assert.Equal([mine.Session.User!.Id], (await mine.Owner.GetAsync<Page<Member>>("/api/v1/users")).Items.Select(m => m.Id));
        Assert.Empty((await mine.Owner.GetAsync<Page<ApiKeyItem>>("/api/v1/api-keys")).Items);
        Assert.Empty((await mine.Owner.GetAsync<Page<AuditItem>>("/api/v1/audit")).Items);
        Assert.Equal(HttpStatusCode.NotFound, await mine.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/users/{member.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await mine.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/api-keys/{key.Id}"));
        Assert.Equal(2, (await other.Owner.GetAsync<Page<Member>>("/api/v1/users")).Items.Count);
    }

    [Fact]
    public async Task Only_a_platform_admin_should_create_tenants()
    {
        var tenant = await fixture.NewTenantAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await tenant.Owner.StatusAsync(HttpMethod.Post, "/api/v1/tenants", TestPeople.SignUp()));
    }

    [Fact]
    public async Task Address_should_belong_to_one_person_only()
    {
        var tenant = await fixture.NewTenantAsync();
        var taken = TestPeople.SignUp() with { Email = tenant.Session.User!.Email.ToUpperInvariant() };

        var problem = await (await fixture.PlatformAdminAsync()).ProblemAsync(HttpMethod.Post, "/api/v1/tenants", taken, HttpStatusCode.BadRequest);

        Assert.Equal(["email"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Nobody_should_remove_themselves_or_somebody_above_them()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, admin) = await tenant.MemberAsync(Role.Admin);
        var owner = $"/api/v1/users/{tenant.Session.User!.Id}";

        Assert.Equal(HttpStatusCode.Conflict, await tenant.Owner.StatusAsync(HttpMethod.Delete, owner));
        Assert.Equal(HttpStatusCode.Conflict, await admin.StatusAsync(HttpMethod.Delete, owner));
        var tooMuch = new NewMember("Eve", TestPeople.NewEmail(), TestPeople.Password, Role.Owner);
        Assert.Equal(HttpStatusCode.BadRequest, await admin.StatusAsync(HttpMethod.Post, "/api/v1/users", tooMuch));
    }

    [Fact]
    public async Task Audit_trail_should_say_who_did_what_and_page_without_gaps()
    {
        var tenant = await fixture.NewTenantAsync();
        foreach (var name in new[] { "a", "b", "c" })
        {
            await tenant.Owner.PostAsync("/api/v1/api-keys", new NewApiKey(name, Role.Viewer));
        }

        var details = new List<string?>();
        string? next = null;
        do
        {
            var page = await tenant.Owner.GetAsync<Page<AuditItem>>($"/api/v1/audit?limit=1{(next is null ? "" : "&after=" + next)}");
            details.AddRange(page.Items.Select(i => i.Detail));
            Assert.All(page.Items, i => Assert.Equal((tenant.Session.User!.Id, "apikey.created"), (i.ActorId, i.Action)));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(["c (Viewer)", "b (Viewer)", "a (Viewer)"], details);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("after=nonsense", "after")]
    public async Task Wrong_paging_should_be_refused_by_name(string query, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Get, "/api/v1/audit?" + query, null, HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    public sealed class OnSqlite(SqliteServer fixture) : TenantTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : TenantTests(fixture);
}
