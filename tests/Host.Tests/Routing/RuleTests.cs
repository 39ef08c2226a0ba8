using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Routing;

public abstract class RuleTests(ServerFixture fixture)
{
    [Fact]
    public async Task Rule_should_move_a_conversation_and_say_why()
    {
        var tenant = await fixture.NewTenantAsync();
        var team = await TeamAsync(tenant, "Support");
        await RuleAsync(tenant, "Refunds", Text("refund*"), new(RuleActionKind.Team, $"{team.Id}"), new(RuleActionKind.Priority, "high"), new(RuleActionKind.Tag, "money"));
        using var channel = await TestChannel.CreateAsync(tenant.Owner);

        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "I want my Refund now"), TestChannel.Message("2", "bob", "hello"));

        var routed = await ConversationAsync(channel, "1");
        Assert.Equal(("Support", ConversationPriority.High), (routed.Team!.Name, routed.Priority));
        Assert.Equal(["money"], routed.Tags);
        var done = Assert.Single(await EventsAsync(tenant, routed.Id), e => e.Kind == TimelineEventKind.Rule);
        Assert.Equal(
            ("Refunds", "moved this to Support, raised the priority to high, tagged this “money” because the text says “Refund”"), (done.From, done.To));
        Assert.Equal(("Everyone", ConversationPriority.Normal), ((await ConversationAsync(channel, "2")) is var other ? (other.Team!.Name, other.Priority) : default));
    }

    [Fact]
    public async Task Rules_should_be_tried_in_order_until_one_stops()
    {
        var tenant = await fixture.NewTenantAsync();
        var first = await RuleAsync(tenant, "First", Text("help"), new RuleAction(RuleActionKind.Tag, "one"));
        var second = await RuleAsync(tenant, "Second", Text("help"), new RuleAction(RuleActionKind.Tag, "two"));
        await tenant.Owner.PutAsync<RuleItem>($"/api/v1/rules/{second.Id}", new RuleRequest("Second", second.Conditions, second.Actions, Stop: true));
        using var channel = await TestChannel.CreateAsync(tenant.Owner);

        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "help"));
        Assert.Equal(["one", "two"], (await ConversationAsync(channel, "1")).Tags);

        await tenant.Owner.PutAsync<Page<RuleItem>>("/api/v1/rules/order", new RuleOrder([second.Id, first.Id]));
        await channel.AcceptedAsync(TestChannel.Message("2", "bob", "help"));
        Assert.Equal(["two"], (await ConversationAsync(channel, "2")).Tags);
    }

    [Fact]
    public async Task Members_should_take_turns_and_those_who_left_should_be_passed_over()
    {
        var tenant = await fixture.NewTenantAsync();
        var people = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            people.Add((await tenant.MemberAsync(Role.Agent, $"P{i}")).Member.Id);
        }

        var team = await TeamAsync(tenant, "Support", [.. people]);
        await RuleAsync(tenant, "Turns", null, new RuleAction(RuleActionKind.RoundRobin, $"{team.Id}"));
        using var channel = await TestChannel.CreateAsync(tenant.Owner);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => channel.AcceptedAsync(TestChannel.Message($"{i}", $"a{i}", "hi"))));
        await Eventually.HoldsAsync("30 messages", async () => (await channel.MessagesAsync()).Count == 30);
        Assert.Equal([10, 10, 10], (await AssigneesAsync(tenant)).Values);

        await tenant.Owner.DeleteAsync($"/api/v1/users/{people[1]}");
        await channel.AcceptedAsync([.. Enumerable.Range(30, 10).Select(i => TestChannel.Message($"{i}", $"a{i}", "hi"))]);
        await Eventually.HoldsAsync("40 messages", async () => (await channel.MessagesAsync()).Count == 40);
        var after = await AssigneesAsync(tenant);
        Assert.Equal((15, 10, 15), (after[people[0]], after[people[1]], after[people[2]]));
    }

    [Fact]
    public async Task Work_should_go_to_those_who_have_least()
    {
        var tenant = await fixture.NewTenantAsync();
        var (busy, _) = await tenant.MemberAsync(Role.Agent, "Busy");
        var (idle, _) = await tenant.MemberAsync(Role.Agent, "Idle");
        var team = await TeamAsync(tenant, "Support", busy.Id, idle.Id);
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync([.. Enumerable.Range(0, 4).Select(i => TestChannel.Message($"b{i}", $"b{i}", "early"))]);
        for (var i = 0; i < 4; i++)
        {
            var early = await ConversationAsync(channel, $"b{i}");
            await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{early.Id}/assignee", new AssigneeRequest(busy.Id));
        }

        await RuleAsync(tenant, "Least", null, new RuleAction(RuleActionKind.LeastLoaded, $"{team.Id}"));
        await channel.AcceptedAsync([.. Enumerable.Range(0, 6).Select(i => TestChannel.Message($"n{i}", $"n{i}", "later"))]);
        await Eventually.HoldsAsync("10 messages", async () => (await channel.MessagesAsync()).Count == 10);

        var loads = await AssigneesAsync(tenant);
        Assert.Equal((5, 5), (loads[busy.Id], loads[idle.Id]));
    }

    [Fact]
    public async Task Later_messages_should_raise_the_priority_and_take_nothing_from_anybody()
    {
        var tenant = await fixture.NewTenantAsync();
        var team = await TeamAsync(tenant, "Crisis", tenant.Session.User!.Id);
        var (agent, _) = await tenant.MemberAsync(Role.Agent, "Agnes");
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "hello"));
        var conversation = await ConversationAsync(channel, "1");
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{conversation.Id}/assignee", new AssigneeRequest(agent.Id));
        await RuleAsync(
            tenant, "Fire", Text("fire"), new(RuleActionKind.Team, $"{team.Id}"), new(RuleActionKind.RoundRobin, $"{team.Id}"), new(RuleActionKind.Priority, "urgent"));

        await channel.AcceptedAsync(TestChannel.Message("2", "ann", "it is on fire"));

        var after = await ConversationAsync(channel, "2");
        Assert.Equal((conversation.Id, "Everyone", "Agnes", ConversationPriority.Urgent), (after.Id, after.Team!.Name, after.Assignee!.Name, after.Priority));
    }

    [Fact]
    public async Task Preview_should_say_how_many_which_and_why()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "a refund"), TestChannel.Message("2", "bob", "a refund"), TestChannel.Message("3", "bob", "hi"));
        await channel.ArrivedAsync("1");
        await channel.ArrivedAsync("2");
        await channel.ArrivedAsync("3");

        RuleCondition[] conditions = [Text("refund"), new(ConditionOn.Channel, [$"{channel.Id}"])];
        var preview = await tenant.Owner.PostAsync<RulePreview>("/api/v1/rules/preview", new RulePreviewRequest(conditions));

        Assert.Equal((2, 3, true), (preview.Count, preview.Scanned, preview.Complete));
        Assert.All(preview.Items, m => Assert.Equal("the text says “refund” and the channel is Test", m.Why));
    }

    [Fact]
    public async Task Rules_and_teams_should_stay_within_their_tenant()
    {
        var tenant = await fixture.NewTenantAsync();
        var other = await fixture.NewTenantAsync();
        var team = await TeamAsync(tenant, "Ours");
        var rule = await RuleAsync(tenant, "Ours", Text("x"), new RuleAction(RuleActionKind.Team, $"{team.Id}"));
        var request = new RuleRequest("Theirs", [], [new(RuleActionKind.Team, $"{team.Id}")]);

        var problem = await other.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/rules", request, HttpStatusCode.BadRequest);
        Assert.Equal(["actions[0].value"], problem.Errors!.Keys);
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Get, $"/api/v1/rules/{rule.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Put, $"/api/v1/rules/{rule.Id}", request));
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/rules/{rule.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Put, $"/api/v1/teams/{team.Id}", new TeamChange("Theirs")));
        Assert.Equal(HttpStatusCode.NotFound, await other.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/teams/{team.Id}"));
        Assert.Empty((await other.Owner.GetAsync<Page<RuleItem>>("/api/v1/rules")).Items);
    }

    [Fact]
    public async Task Conversations_of_a_team_that_is_deleted_should_move_to_the_default_team()
    {
        var tenant = await fixture.NewTenantAsync();
        var team = await TeamAsync(tenant, "Short-lived");
        await RuleAsync(tenant, "All", null, new RuleAction(RuleActionKind.Team, $"{team.Id}"));
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "hello"));
        Assert.Equal("Short-lived", (await ConversationAsync(channel, "1")).Team!.Name);

        await tenant.Owner.DeleteAsync($"/api/v1/teams/{team.Id}");

        Assert.Equal("Everyone", (await ConversationAsync(channel, "1")).Team!.Name);
        await channel.AcceptedAsync(TestChannel.Message("2", "bob", "hello"));
        Assert.Equal("Everyone", (await ConversationAsync(channel, "2")).Team!.Name);
        var everyone = Assert.Single((await tenant.Owner.GetAsync<Page<TeamItem>>("/api/v1/teams")).Items);
        Assert.Equal(HttpStatusCode.Conflict, await tenant.Owner.StatusAsync(HttpMethod.Delete, $"/api/v1/teams/{everyone.Id}"));
    }

    private static RuleCondition Text(string query) => new(ConditionOn.Text, [query]);

    private static Task<TeamItem> TeamAsync(TestTenant tenant, string name, params Guid[] members) =>
        tenant.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange(name, members));

    private static Task<RuleItem> RuleAsync(TestTenant tenant, string name, RuleCondition? condition, params RuleAction[] actions) =>
        tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest(name, condition is null ? [] : [condition], actions));

    private static async Task<ConversationDetail> ConversationAsync(TestChannel channel, string externalId)
    {
        var message = await channel.ArrivedAsync(externalId);
        return await channel.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{message.ConversationId}");
    }

    private static async Task<SortedDictionary<Guid, int>> AssigneesAsync(TestTenant tenant)
    {
        var all = await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations?limit=200");
        return new(all.Items.GroupBy(c => c.Assignee!.Id).ToDictionary(g => g.Key, g => g.Count()));
    }

    private static async Task<List<TimelineEvent>> EventsAsync(TestTenant tenant, Guid id) =>
        [.. (await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{id}/timeline")).Items.Select(e => e.Event).OfType<TimelineEvent>()];

    public sealed class OnSqlite(SqliteServer fixture) : RuleTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : RuleTests(fixture);
}
