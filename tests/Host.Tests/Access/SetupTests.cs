using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Access.Setup;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Access;

public abstract class SetupTests(ServerFixture fixture)
{
    [Fact]
    public async Task Setup_should_sign_the_first_owner_in_and_then_be_closed()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var client = server.Anonymous();
        Assert.True((await client.GetAsync<SetupState>("/api/v1/setup")).Required);

        var created = await client.PostAsync<SessionInfo>("/api/v1/setup", TestPeople.SignUp("Acme"));

        Assert.Equal(("Acme", Role.Owner, true), (created.Tenant.Name, created.Role, created.PlatformAdmin));
        Assert.Equal(created.User, (await client.GetAsync<SessionInfo>("/api/v1/session")).User);
        Assert.False((await server.Anonymous().GetAsync<SetupState>("/api/v1/setup")).Required);
        var again = await server.Anonymous().ProblemAsync(HttpMethod.Post, "/api/v1/setup", TestPeople.SignUp(), HttpStatusCode.Conflict);
        Assert.Equal("already-set-up", again.Slug);
    }

    [Fact]
    public async Task Setup_should_have_one_winner_when_visitors_race()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => server.Anonymous().StatusAsync(HttpMethod.Post, "/api/v1/setup", TestPeople.SignUp())));

        Assert.Single(answers, HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Setup_should_name_each_field_that_is_wrong()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);

        var problem = await server.Anonymous().ProblemAsync(
            HttpMethod.Post, "/api/v1/setup", new SignUp(" ", "", "not an address", "short"), HttpStatusCode.BadRequest);

        Assert.Equal(["email", "name", "organisation", "password"], problem.Errors!.Keys.Order());
    }

    [Fact]
    public async Task Session_should_be_known_to_another_node_of_the_same_database()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var first = await RealServer.StartAsync(database);
        var owner = await first.SetUpAsync();
        await using var second = await RealServer.StartAsync(database);
        var elsewhere = second.Anonymous();
        elsewhere.Cookies.Add(owner.Cookies.GetCookies(first.Address));

        Assert.Equal("Platform", (await elsewhere.GetAsync<SessionInfo>("/api/v1/session")).Tenant.Name);
    }

    public sealed class OnSqlite(SqliteServer fixture) : SetupTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SetupTests(fixture);
}
