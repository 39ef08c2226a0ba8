using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Organisation;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access;

public abstract class OrganisationTests(ServerFixture fixture)
{
    private const string Path = "/api/v1/organisation";

    [Fact]
    public async Task Settings_should_be_those_of_one_organisation()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());

        await tenant.Owner.PutAsync<OrganisationSettings>(Path, new OrganisationSettings("Acme & Söhne", "Europe/Berlin", ["Be kind.", "  ", "Say when."]));

        var saved = await tenant.Owner.GetAsync<OrganisationSettings>(Path);
        Assert.Equal(("Acme & Söhne", "Europe/Berlin"), (saved.Name, saved.TimeZone));
        Assert.Equal(["Be kind.", "Say when."], saved.Guidelines);
        Assert.Equal(other.Session.Tenant.Name, (await other.Owner.GetAsync<OrganisationSettings>(Path)).Name);
        Assert.Equal("UTC", (await other.Owner.GetAsync<OrganisationSettings>(Path)).TimeZone);
        Assert.Equal("Acme & Söhne", (await tenant.Owner.GetAsync<SessionInfo>("/api/v1/session")).Tenant.Name);
    }

    [Fact]
    public async Task Wrong_settings_should_be_refused_by_field_and_change_nothing()
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(
            HttpMethod.Put, Path, new OrganisationSettings(" ", "Middle/Earth", ["a", "b", "c", "d", "e", "f"]), HttpStatusCode.BadRequest);

        Assert.Equal(["guidelines", "name", "timeZone"], problem.Errors!.Keys.Order());
        Assert.Equal("UTC", (await tenant.Owner.GetAsync<OrganisationSettings>(Path)).TimeZone);
    }

    [Fact]
    public async Task Agents_should_read_and_not_change_them()
    {
        var agent = await (await fixture.NewTenantAsync()).KeyAsync(Role.Agent);

        var settings = await agent.GetAsync<OrganisationSettings>(Path);

        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Put, Path, settings));
    }

    public sealed class OnSqlite(SqliteServer fixture) : OrganisationTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : OrganisationTests(fixture);
}
