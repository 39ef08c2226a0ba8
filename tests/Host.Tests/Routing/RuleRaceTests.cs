using System.Net;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Routing;

public abstract class RuleRaceTests(ServerFixture fixture)
{
    [Fact]
    public async Task Rules_changed_by_many_at_once_should_keep_one_whole_order()
    {
        var tenant = await fixture.NewTenantAsync();
        var rules = new List<RuleItem>();
        for (var i = 0; i < 6; i++)
        {
            rules.Add(await tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", Request($"Rule {i}")));
        }

        var ids = rules.ConvertAll(r => r.Id);
        var reversed = ids.AsEnumerable().Reverse().ToList();
        var calls = Enumerable.Range(0, 12).Select(i => tenant.Owner.StatusAsync(HttpMethod.Put, "/api/v1/rules/order", new RuleOrder(i % 2 == 0 ? ids : reversed)))
            .Concat(rules.Select((rule, i) => tenant.Owner.StatusAsync(HttpMethod.Put, $"/api/v1/rules/{rule.Id}", Request($"Changed {i}"))));
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{status}"));
        Assert.Contains(HttpStatusCode.OK, answers);
        var after = (await tenant.Owner.GetAsync<Page<RuleItem>>("/api/v1/rules")).Items;
        Assert.Equal(Enumerable.Range(0, 6), after.Select(r => r.Position));
        var order = after.Select(r => r.Id).ToList();
        Assert.True(order.SequenceEqual(ids) || order.SequenceEqual(reversed), "The order is neither of the two.");
    }

    [Fact]
    public async Task Team_that_is_deleted_while_conversations_go_to_it_should_leave_none_behind()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        for (var round = 0; round < 4; round++)
        {
            var team = await tenant.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange($"Team {round}"));
            var old = (await TeamsAsync(tenant)).Single(t => t.IsDefault);
            var rule = await tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", Request("All", new RuleAction(RuleActionKind.Team, $"{team.Id}")) with { Conditions = [] });
            var next = await tenant.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange($"Default {round}"));
            var messages = Enumerable.Range(0, 25).Select(i => channel.AcceptedAsync(TestChannel.Message($"{round}-{i}", $"a{round}-{i}", "hello")));
            // What no rule moves begins with the default team, which goes too.
            var deletions = DeleteAsync(tenant, team.Id, next, old.Id);

            await Task.WhenAll([.. messages, deletions]);
            await tenant.Owner.DeleteAsync($"/api/v1/rules/{rule.Id}");
        }

        await Eventually.HoldsAsync("all messages", async () => (await channel.MessagesAsync()).Count == 100);
        var teams = (await TeamsAsync(tenant)).Select(t => t.Id).ToHashSet();
        var conversations = await tenant.Owner.AllAsync<ConversationItem>("/api/v1/conversations", 100);
        Assert.Equal(100, conversations.Count);
        Assert.All(conversations, c => Assert.Contains(c.Team!.Id, teams));
    }

    private static async Task DeleteAsync(TestTenant tenant, Guid team, TeamItem next, Guid oldDefault)
    {
        await RemoveAsync(tenant, team);
        await tenant.Owner.PutAsync<TeamItem>($"/api/v1/teams/{next.Id}", new TeamChange(next.Name, IsDefault: true));
        await RemoveAsync(tenant, oldDefault);
    }

    /// <summary>Where conversations keep coming it may be refused; a person would try again.</summary>
    private static Task RemoveAsync(TestTenant tenant, Guid team) => Eventually.HoldsAsync("the team to go", async () =>
    {
        var status = await tenant.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/teams/{team}");
        Assert.True(status is HttpStatusCode.NoContent or HttpStatusCode.Conflict, $"{status}");
        return status == HttpStatusCode.NoContent;
    });

    private static async Task<IReadOnlyList<TeamItem>> TeamsAsync(TestTenant tenant) => (await tenant.Owner.GetAsync<Page<TeamItem>>("/api/v1/teams")).Items;

    private static RuleRequest Request(string name, RuleAction? action = null) =>
        new(name, [new RuleCondition(ConditionOn.Text, ["x"])], [action ?? new RuleAction(RuleActionKind.Tag, "tag")]);

    public sealed class OnSqlite(SqliteServer fixture) : RuleRaceTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : RuleRaceTests(fixture);
}
