using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Invitations;
using SocialCrm.Host.Access.Passwords;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access;

public abstract class PasswordTests(ServerFixture fixture)
{
    private const string Another = "another correct battery";

    [Fact]
    public async Task Changed_password_should_end_other_sessions_and_keep_this_one()
    {
        var tenant = await fixture.NewTenantAsync();
        var (member, here) = await tenant.MemberAsync(Role.Agent);
        var elsewhere = await tenant.Server.SignInAsync(member.Email);

        await here.PutAsync<SessionInfo>("/api/v1/session/password", new PasswordChange(TestPeople.Password, Another));

        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync(HttpMethod.Get, "/api/v1/session"));
        Assert.Equal(HttpStatusCode.Unauthorized, await elsewhere.StatusAsync(HttpMethod.Get, "/api/v1/session"));
        await tenant.Server.SignInAsync(member.Email, Another);
    }

    [Fact]
    public async Task Wrong_or_weak_password_should_change_nothing()
    {
        var tenant = await fixture.NewTenantAsync();
        var (member, client) = await tenant.MemberAsync(Role.Agent);

        var wrong = await client.ProblemAsync(HttpMethod.Put, "/api/v1/session/password", new PasswordChange("not mine", Another), HttpStatusCode.BadRequest);
        var weak = await client.ProblemAsync(HttpMethod.Put, "/api/v1/session/password", new PasswordChange(TestPeople.Password, "short"), HttpStatusCode.BadRequest);

        Assert.Equal(["current"], wrong.Errors!.Keys);
        Assert.Equal(["password"], weak.Errors!.Keys);
        await tenant.Server.SignInAsync(member.Email);
    }

    [Fact]
    public async Task Key_should_have_no_password()
    {
        var program = await (await fixture.NewTenantAsync()).KeyAsync(Role.Admin);

        await program.ProblemAsync(HttpMethod.Put, "/api/v1/session/password", new PasswordChange("a", Another), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Link_of_an_admin_should_set_a_new_password_once()
    {
        var tenant = await fixture.NewTenantAsync();
        var (member, client) = await tenant.MemberAsync(Role.Agent);
        var (older, token) = (await OfferAsync(tenant.Owner, member.Id), await OfferAsync(tenant.Owner, member.Id));
        var guest = tenant.Server.Anonymous();
        Assert.Equal(member.Email, (await guest.PostAsync<ResetView>("/api/v1/password-resets/look", new ResetLink(token))).Email);

        var session = await guest.PostAsync<SessionInfo>("/api/v1/password-resets/use", new ResetUse(token, Another));

        Assert.Equal(member.Id, session.User!.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, await client.StatusAsync(HttpMethod.Get, "/api/v1/session"));
        foreach (var used in new[] { token, older })
        {
            await guest.ProblemAsync(HttpMethod.Post, "/api/v1/password-resets/use", new ResetUse(used, Another), HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Admin_should_not_reset_those_above_or_those_who_work_elsewhere_too()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var (_, admin) = await tenant.MemberAsync(Role.Admin);
        await admin.ProblemAsync(HttpMethod.Post, ResetOf(tenant.Session.User!.Id), null, HttpStatusCode.Conflict);
        await tenant.Owner.ProblemAsync(HttpMethod.Post, ResetOf(other.Session.User!.Id), null, HttpStatusCode.NotFound);

        var invited = await tenant.Owner.PostAsync<CreatedInvitation>("/api/v1/invitations", new NewInvitation(other.Session.User!.Email, Role.Agent));
        await tenant.Server.Anonymous().PostAsync("/api/v1/invitations/accept", new Acceptance(invited.Link.Split('#')[1], TestPeople.Password));

        await tenant.Owner.ProblemAsync(HttpMethod.Post, ResetOf(other.Session.User!.Id), null, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Role_should_change_at_once_and_never_beyond_ones_own()
    {
        var tenant = await fixture.NewTenantAsync();
        var (member, client) = await tenant.MemberAsync(Role.Viewer);
        var (_, admin) = await tenant.MemberAsync(Role.Admin);

        await tenant.Owner.PutAsync<Member>($"/api/v1/users/{member.Id}", new RoleChange(Role.Lead));

        Assert.Equal(Role.Lead, (await client.GetAsync<SessionInfo>("/api/v1/session")).Role);
        await admin.ProblemAsync(HttpMethod.Put, $"/api/v1/users/{member.Id}", new RoleChange(Role.Owner), HttpStatusCode.BadRequest);
        await admin.ProblemAsync(HttpMethod.Put, $"/api/v1/users/{tenant.Session.User!.Id}", new RoleChange(Role.Agent), HttpStatusCode.Conflict);
        await tenant.Owner.ProblemAsync(HttpMethod.Put, $"/api/v1/users/{tenant.Session.User!.Id}", new RoleChange(Role.Agent), HttpStatusCode.Conflict);
        var other = await fixture.NewTenantAsync();
        await other.Owner.ProblemAsync(HttpMethod.Put, $"/api/v1/users/{member.Id}", new RoleChange(Role.Agent), HttpStatusCode.NotFound);
    }

    private static string ResetOf(Guid user) => $"/api/v1/users/{user}/password-reset";

    private static async Task<string> OfferAsync(ApiClient admin, Guid user) => (await admin.PostAsync<OfferedReset>(ResetOf(user))).Link.Split('#')[1];

    public sealed class OnSqlite(SqliteServer fixture) : PasswordTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : PasswordTests(fixture);
}
