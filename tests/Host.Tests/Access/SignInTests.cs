using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access;

public abstract class SignInTests(ServerFixture fixture)
{
    private const string Session = "/api/v1/session";

    [Fact]
    public async Task Sign_in_should_last_until_sign_out()
    {
        var tenant = await fixture.NewTenantAsync();
        var session = await tenant.Owner.GetAsync<SessionInfo>(Session);
        Assert.Contains(Permissions.ManageTenant, session.Permissions);
        Assert.DoesNotContain(Permissions.ManagePlugins, session.Permissions);

        await tenant.Owner.DeleteAsync(Session);

        Assert.Equal("unauthenticated", (await tenant.Owner.ProblemAsync(HttpMethod.Get, Session, null, HttpStatusCode.Unauthorized)).Slug);
    }

    [Fact]
    public async Task Cookies_should_be_out_of_reach_of_scripts_and_other_sites()
    {
        var tenant = await fixture.NewTenantAsync();
        var client = await fixture.AnonymousAsync();
        using var response = await client.SendAsync(
            HttpMethod.Post, Session, new { tenant.Session.User!.Email, TestPeople.Password });

        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        var session = cookies.Single(c => c.StartsWith("socialcrm.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("httponly", cookies.Single(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Answer_should_not_tell_whether_an_address_is_known()
    {
        var tenant = await fixture.NewTenantAsync();

        var known = await FailuresAsync(tenant.Session.User!.Email);
        var unknown = await FailuresAsync(TestPeople.NewEmail());

        Assert.Equal(["sign-in-failed", "sign-in-failed", "sign-in-failed", "sign-in-failed", "locked-out", "locked-out"], known.Select(p => p.Slug));
        Assert.Equal(known.Select(p => (p.Slug, p.Title, p.Detail)), unknown.Select(p => (p.Slug, p.Title, p.Detail)));
    }

    [Fact]
    public async Task Lockout_should_refuse_the_right_password_too()
    {
        var tenant = await fixture.NewTenantAsync();
        var email = tenant.Session.User!.Email;
        await FailuresAsync(email);

        var client = await fixture.AnonymousAsync();
        using var response = await client.SendAsync(HttpMethod.Post, Session, new { email, TestPeople.Password });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Unsafe_call_should_need_the_antiforgery_token()
    {
        var tenant = await fixture.NewTenantAsync();
        var request = new { name = "Reports", role = "viewer" };
        tenant.Owner.SendsToken = false;

        Assert.Equal("antiforgery", (await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/api-keys", request, HttpStatusCode.BadRequest)).Slug);
        Assert.Equal("antiforgery", (await tenant.Owner.ProblemAsync(HttpMethod.Delete, Session, null, HttpStatusCode.BadRequest)).Slug);

        tenant.Owner.SendsToken = true;
        Assert.Equal(HttpStatusCode.Created, await tenant.Owner.StatusAsync(HttpMethod.Post, "/api/v1/api-keys", request));
    }

    [Fact]
    public async Task Token_of_another_person_should_not_do()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, agent) = await tenant.MemberAsync(Role.Admin);
        var server = tenant.Server.Address;
        var stolen = agent.Cookies.GetCookies(server)["XSRF-TOKEN"]!.Value;
        tenant.Owner.Cookies.GetCookies(server)["XSRF-TOKEN"]!.Value = stolen;

        await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/api-keys", new { name = "x", role = "viewer" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Access_should_end_when_a_member_is_removed()
    {
        var tenant = await fixture.NewTenantAsync();
        var (member, agent) = await tenant.MemberAsync(Role.Agent);
        Assert.Equal(HttpStatusCode.OK, await agent.StatusAsync(HttpMethod.Get, "/api/v1/users"));

        await tenant.Owner.DeleteAsync($"/api/v1/users/{member.Id}");

        Assert.Equal(HttpStatusCode.Unauthorized, await agent.StatusAsync(HttpMethod.Get, "/api/v1/users"));
        var again = await fixture.AnonymousAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await again.StatusAsync(HttpMethod.Post, Session, new { member.Email, TestPeople.Password }));
    }

    private async Task<List<Problem>> FailuresAsync(string email)
    {
        var client = await fixture.AnonymousAsync();
        var problems = new List<Problem>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var status = attempt < 5 ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests;
            problems.Add(await client.ProblemAsync(HttpMethod.Post, Session, new { email, password = "wrong" }, status));
        }

        return problems;
    }

    public sealed class OnSqlite(SqliteServer fixture) : SignInTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SignInTests(fixture);
}
