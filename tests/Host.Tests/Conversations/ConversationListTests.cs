using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class ConversationListTests(ServerFixture fixture)
{
    [Fact]
    public async Task Pages_should_have_neither_gaps_nor_repeats_while_messages_come_in()
    {
        var tenant = await fixture.NewTenantAsync();
        var seeds = new List<SeedConversation>();
        for (var i = 0; i < 9; i++)
        {
            // Three at a time share their last activity: the id decides.
            seeds.Add(await tenant.AddAsync(Says($"Message {i}", i / 3)));
        }

        var found = await tenant.Owner.AllAsync<ConversationItem>("/api/v1/conversations", 2, () => tenant.AddAsync(Says("New", 100)));

        Assert.Equal(seeds.OrderByDescending(s => s.Messages[0].At).ThenByDescending(s => s.Id).Select(s => s.Id), found.Select(c => c.Id));
    }

    [Fact]
    public async Task Item_should_show_with_whom_and_what_was_said_last()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(
            Says("First", 1),
            Says("😀" + new string('x', 300), 2, (Facets.Type, "complaint"), (Facets.Sentiment, "negative"), (Facets.Urgency, "high"), (Facets.Language, "en")));

        var item = Assert.Single((await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations")).Items);

        Assert.Equal((seed.Id, ConversationStatus.Open, 2, true), (item.Id, item.Status, item.MessageCount, item.AwaitingReply));
        Assert.Equal(new ConversationCustomer(seed.CustomerId, "Ann", "ann"), item.Customer);
        Assert.Equal("😀" + new string('x', 198), item.Preview);
        Assert.Equal(new ConversationLabels("complaint", "negative", "high", "en"), item.Labels);
        Assert.Equal((At(2), MessageDirection.Inbound), (item.LastActivityAt, item.LastDirection));
    }

    [Fact]
    public async Task Item_should_not_wait_for_a_reply_once_we_spoke_last()
    {
        var tenant = await fixture.NewTenantAsync();
        await tenant.AddAsync(Says("Hello?", 1, (Facets.Type, "question")), Answers("Hello!", 2));

        var item = Assert.Single((await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations")).Items);

        Assert.Equal(("Hello!", MessageDirection.Outbound, false), (item.Preview, item.LastDirection, item.AwaitingReply));
        Assert.Equal("question", item.Labels.Type);
    }

    [Fact]
    public async Task Filters_should_narrow_the_list()
    {
        var tenant = await fixture.NewTenantAsync();
        var (agent, client) = await tenant.MemberAsync(Role.Agent);
        var team = Assert.Single((await tenant.Owner.GetAsync<Page<TeamItem>>("/api/v1/teams")).Items);
        var mine = await tenant.AddAsync(Says("Mine", 1));
        var resolved = await tenant.AddAsync(new SeedConversation { Messages = [Says("Done", 2)], Status = ConversationStatus.Resolved });
        await client.PutAsync<ConversationDetail>($"/api/v1/conversations/{mine.Id}/assignee", new AssigneeRequest(agent.Id));
        await client.PutAsync<ConversationDetail>($"/api/v1/conversations/{resolved.Id}/team", new TeamRequest(team.Id));

        await FindsAsync(client, "", resolved, mine);
        await FindsAsync(client, "?status=resolved", resolved);
        await FindsAsync(client, "?status=open", mine);
        await FindsAsync(client, "?status=waiting");
        await FindsAsync(client, "?assignee=me", mine);
        await FindsAsync(client, "?assignee=none", resolved);
        await FindsAsync(client, $"?assignee={agent.Id}", mine);
        await FindsAsync(tenant.Owner, "?assignee=me");
        await FindsAsync(client, $"?team={team.Id}", resolved);
        await FindsAsync(client, $"?channel={mine.ChannelId}", mine);
        await FindsAsync(client, $"?customer={resolved.CustomerId}", resolved);
        await FindsAsync(client, $"?customer={resolved.CustomerId}&status=open");
    }

    [Theory]
    [InlineData("assignee=somebody", "assignee")]
    [InlineData("status=closed", "status")]
    [InlineData("team=x", "team")]
    [InlineData("after=x", "after")]
    [InlineData("limit=0", "limit")]
    public async Task Filter_that_cannot_be_read_should_be_named(string query, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Get, $"/api/v1/conversations?{query}", null, HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Filter_for_me_should_be_refused_to_programs()
    {
        var tenant = await fixture.NewTenantAsync();
        var program = await tenant.KeyAsync(Role.Viewer);

        await program.ProblemAsync(HttpMethod.Get, "/api/v1/conversations?assignee=me", null, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_belongs_to_another_tenant_should_not_be_found()
    {
        var theirs = await (await fixture.NewTenantAsync()).AddAsync(Says("Hello", 1, (Facets.Type, "question")));
        var us = (await fixture.NewTenantAsync()).Owner;
        var (conversation, customer, message) = (theirs.Id, theirs.CustomerId, theirs.Messages[0].Id);

        Assert.Empty((await us.GetAsync<Page<ConversationItem>>("/api/v1/conversations")).Items);
        Assert.Empty((await us.GetAsync<Page<ConversationItem>>($"/api/v1/conversations?customer={customer}")).Items);
        Assert.Empty((await us.GetAsync<Page<InteractionView>>($"/api/v1/interactions?conversation={conversation}")).Items);
        foreach (var path in new[] { $"conversations/{conversation}", $"conversations/{conversation}/timeline", $"customers/{customer}", $"customers/{customer}/timeline", $"interactions/{message}" })
        {
            await us.ProblemAsync(HttpMethod.Get, "/api/v1/" + path, null, HttpStatusCode.NotFound);
        }

        await us.ProblemAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation}/notes", new NoteRequest("x"), HttpStatusCode.NotFound);
        await us.ProblemAsync(HttpMethod.Put, $"/api/v1/conversations/{conversation}/status", """{"status":"resolved"}""", HttpStatusCode.NotFound);
        await us.ProblemAsync(HttpMethod.Put, $"/api/v1/conversations/{conversation}/assignee", """{"userId":null}""", HttpStatusCode.NotFound);
        await us.ProblemAsync(HttpMethod.Put, $"/api/v1/interactions/{message}/labels/type", """{"value":"other"}""", HttpStatusCode.NotFound);
    }

    private static async Task FindsAsync(ApiClient client, string query, params SeedConversation[] expected) =>
        Assert.Equal(
            expected.Select(c => c.Id),
            (await client.GetAsync<Page<ConversationItem>>($"/api/v1/conversations{query}")).Items.Select(c => c.Id));

    public sealed class OnSqlite(SqliteServer fixture) : ConversationListTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ConversationListTests(fixture);
}
