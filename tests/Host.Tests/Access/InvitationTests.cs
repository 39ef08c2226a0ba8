using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Invitations;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access;

public abstract class InvitationTests(ServerFixture fixture)
{
    [Fact]
    public async Task Invited_person_should_become_a_member_once()
    {
        var tenant = await fixture.NewTenantAsync();
        var (token, email) = await InviteAsync(tenant, Role.Agent);
        var guest = tenant.Server.Anonymous();

        var seen = await guest.PostAsync<InvitationView>("/api/v1/invitations/look", new InvitationLink(token));
        var session = await guest.PostAsync<SessionInfo>("/api/v1/invitations/accept", new Acceptance(token, TestPeople.Password, "Gus"));

        Assert.Equal((tenant.Session.Tenant.Name, email, Role.Agent, false), (seen.Organisation, seen.Email, seen.Role, seen.HasAccount));
        Assert.Equal((tenant.Id, "Gus", Role.Agent), (session.Tenant.Id, session.User!.Name, session.Role));
        Assert.Equal(HttpStatusCode.OK, await guest.StatusAsync(HttpMethod.Get, "/api/v1/conversations"));
        await GoneAsync(tenant, token);
        Assert.Empty((await tenant.Owner.GetAsync<Page<InvitationItem>>("/api/v1/invitations")).Items);
    }

    [Fact]
    public async Task Two_at_once_should_not_both_get_in()
    {
        var tenant = await fixture.NewTenantAsync();
        var (token, _) = await InviteAsync(tenant, Role.Agent);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => tenant.Server.Anonymous()
            .StatusAsync(HttpMethod.Post, "/api/v1/invitations/accept", new Acceptance(token, TestPeople.Password, $"Guest {i}"))));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(2, (await tenant.Owner.GetAsync<Page<Member>>("/api/v1/users")).Items.Count);
    }

    [Fact]
    public async Task Withdrawn_or_replaced_invitation_should_not_work()
    {
        var tenant = await fixture.NewTenantAsync();
        var (first, email) = await InviteAsync(tenant, Role.Agent);
        var (second, _) = await InviteAsync(tenant, Role.Viewer, email);
        await GoneAsync(tenant, first);

        var open = Assert.Single((await tenant.Owner.GetAsync<Page<InvitationItem>>("/api/v1/invitations")).Items);
        var other = await fixture.NewTenantAsync();
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/invitations/{open.Id}"));
        Assert.Empty((await other.Owner.GetAsync<Page<InvitationItem>>("/api/v1/invitations")).Items);
        await tenant.Owner.DeleteAsync($"/api/v1/invitations/{open.Id}");
        await GoneAsync(tenant, second);
    }

    [Fact]
    public async Task Person_of_another_organisation_should_join_with_their_own_password_and_switch()
    {
        var (home, second) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var (token, _) = await InviteAsync(second, Role.Lead, home.Session.User!.Email);
        var guest = second.Server.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, await guest.StatusAsync(HttpMethod.Post, "/api/v1/invitations/accept", new Acceptance(token, "not the password", "x")));

        var joined = await guest.PostAsync<SessionInfo>("/api/v1/invitations/accept", new Acceptance(token, TestPeople.Password));
        var tenants = await guest.GetAsync<Page<SessionTenant>>("/api/v1/session/tenants");
        var back = await guest.PutAsync<SessionInfo>("/api/v1/session/tenant", new TenantChoice(home.Id));

        Assert.Equal((second.Id, Role.Lead), (joined.Tenant.Id, joined.Role));
        Assert.Equal(new[] { home.Id, second.Id }.Order(), tenants.Items.Select(t => t.Id).Order());
        Assert.Equal((home.Id, Role.Owner), (back.Tenant.Id, back.Role));
        Assert.Equal([home.Session.User!.Id], (await guest.GetAsync<Page<Member>>("/api/v1/users")).Items.Select(m => m.Id));
        var strange = await fixture.NewTenantAsync();
        Assert.Equal(HttpStatusCode.NotFound, await guest.StatusAsync(HttpMethod.Put, "/api/v1/session/tenant", new TenantChoice(strange.Id)));
    }

    [Fact]
    public async Task Removed_member_should_come_back_by_invitation()
    {
        var tenant = await fixture.NewTenantAsync();
        var (member, _) = await tenant.MemberAsync(Role.Agent);
        await tenant.Owner.DeleteAsync($"/api/v1/users/{member.Id}");
        var (token, _) = await InviteAsync(tenant, Role.Viewer, member.Email);

        var session = await tenant.Server.Anonymous().PostAsync<SessionInfo>("/api/v1/invitations/accept", new Acceptance(token, TestPeople.Password));

        Assert.Equal((member.Id, Role.Viewer), (session.User!.Id, session.Role));
    }

    [Fact]
    public async Task Wrong_invitations_should_be_refused_by_field()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, admin) = await tenant.MemberAsync(Role.Admin);

        var wrong = await admin.ProblemAsync(HttpMethod.Post, "/api/v1/invitations", new NewInvitation("nobody", Role.Owner, new string('x', 101)), HttpStatusCode.BadRequest);
        var member = await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/invitations", new NewInvitation(tenant.Session.User!.Email, Role.Agent), HttpStatusCode.BadRequest);

        Assert.Equal(["email", "name", "role"], wrong.Errors!.Keys.Order());
        Assert.Equal(["email"], member.Errors!.Keys);
    }

    [Fact]
    public async Task Weak_password_should_leave_the_invitation_open()
    {
        var tenant = await fixture.NewTenantAsync();
        var (token, _) = await InviteAsync(tenant, Role.Agent);
        var guest = tenant.Server.Anonymous();

        var problem = await guest.ProblemAsync(HttpMethod.Post, "/api/v1/invitations/accept", new Acceptance(token, "short", ""), HttpStatusCode.BadRequest);

        Assert.Equal(["name", "password"], problem.Errors!.Keys.Order());
        await guest.PostAsync("/api/v1/invitations/accept", new Acceptance(token, TestPeople.Password, "Gus"));
    }

    private static async Task<(string Token, string Email)> InviteAsync(TestTenant tenant, Role role, string? email = null)
    {
        var request = new NewInvitation(email ?? TestPeople.NewEmail(), role, "Guest");
        var created = await tenant.Owner.PostAsync<CreatedInvitation>("/api/v1/invitations", request);
        Assert.StartsWith(tenant.Server.Address + "invitation#", created.Link, StringComparison.Ordinal);
        return (created.Link.Split('#')[1], request.Email);
    }

    private static async Task GoneAsync(TestTenant tenant, string token)
    {
        var guest = tenant.Server.Anonymous();
        await guest.ProblemAsync(HttpMethod.Post, "/api/v1/invitations/look", new InvitationLink(token), HttpStatusCode.NotFound);
        await guest.ProblemAsync(HttpMethod.Post, "/api/v1/invitations/accept", new Acceptance(token, TestPeople.Password, "x"), HttpStatusCode.NotFound);
    }

    public sealed class OnSqlite(SqliteServer fixture) : InvitationTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : InvitationTests(fixture);
}
