using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class ConversationCommandTests(ServerFixture fixture)
{
    [Fact]
    public async Task Resolving_should_settle_what_the_customer_asked()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Where is it?", 1, (Facets.Type, "question")));
        Assert.Single((await CustomerAsync(tenant, seed)).Relationship.OpenQuestions);

        var resolved = await SetAsync(tenant.Owner, seed, "status", """{"status":"resolved"}""");

        Assert.Equal((ConversationStatus.Resolved, false), (resolved.Status, resolved.AwaitingReply));
        var relationship = (await CustomerAsync(tenant, seed)).Relationship;
        Assert.Empty(relationship.OpenQuestions);
        Assert.Equal(Owing.Nobody, relationship.Owes);
        var done = Assert.Single(await EventsAsync(tenant, seed), e => e.Kind == TimelineEventKind.Resolved);
        Assert.Equal(("open", "resolved", tenant.Session.User!.Id), (done.From, done.To, done.Actor!.Id));
    }

    [Fact]
    public async Task Setting_what_is_so_already_should_leave_no_trace()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello", 1));

        await SetAsync(tenant.Owner, seed, "status", """{"status":"open"}""");
        await SetAsync(tenant.Owner, seed, "assignee", """{"userId":null}""");

        Assert.Equal([TimelineEventKind.Opened], (await EventsAsync(tenant, seed)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Conversation_should_be_given_to_members_and_back_to_the_team()
    {
        var tenant = await fixture.NewTenantAsync();
        var (agent, _) = await tenant.MemberAsync(Role.Agent, "Agnes");
        var seed = await tenant.AddAsync(Says("Hello", 1));

        var assigned = await SetAsync(tenant.Owner, seed, "assignee", $$"""{"userId":"{{agent.Id}}"}""");
        var back = await SetAsync(tenant.Owner, seed, "assignee", """{"userId":null}""");

        Assert.Equal(new Named(agent.Id, "Agnes"), assigned.Assignee);
        Assert.Null(back.Assignee);
        Assert.Equal([(null, "Agnes"), ("Agnes", null)], (await EventsAsync(tenant, seed)).Where(e => e.Kind == TimelineEventKind.Assigned)
            .Reverse().Select(e => (e.From, e.To)));
    }

    [Fact]
    public async Task Conversation_should_not_be_given_to_strangers_or_to_no_team()
    {
        var tenant = await fixture.NewTenantAsync();
        var stranger = (await fixture.NewTenantAsync()).Session.User!.Id;
        var seed = await tenant.AddAsync(Says("Hello", 1));
        var path = $"/api/v1/conversations/{seed.Id}";

        var assignee = await tenant.Owner.ProblemAsync(HttpMethod.Put, $"{path}/assignee", new AssigneeRequest(stranger), HttpStatusCode.BadRequest);
        var team = await tenant.Owner.ProblemAsync(HttpMethod.Put, $"{path}/team", new TeamRequest(Guid.NewGuid()), HttpStatusCode.BadRequest);
        var status = await tenant.Owner.ProblemAsync(HttpMethod.Put, $"{path}/status", """{"status":"gone"}""", HttpStatusCode.BadRequest);

        Assert.Equal(["userId", "teamId", "status"], new[] { assignee, team, status }.SelectMany(p => p.Errors!.Keys));
    }

    [Fact]
    public async Task New_tenant_should_have_a_default_team_to_move_conversations_to()
    {
        var tenant = await fixture.NewTenantAsync();
        var team = Assert.Single((await tenant.Owner.GetAsync<Page<TeamItem>>("/api/v1/teams")).Items);
        var seed = await tenant.AddAsync(Says("Hello", 1));

        var moved = await SetAsync(tenant.Owner, seed, "team", $$"""{"teamId":"{{team.Id}}"}""");

        Assert.Equal(("Everyone", true), (team.Name, team.IsDefault));
        Assert.Equal(new Named(team.Id, "Everyone"), moved.Team);
        Assert.Equal("Everyone", Assert.Single(await EventsAsync(tenant, seed), e => e.Kind == TimelineEventKind.Team).To);
    }

    [Fact]
    public async Task Commands_at_the_same_time_should_all_be_done()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello?", 1, (Facets.Type, "question")));
        var team = Assert.Single((await tenant.Owner.GetAsync<Page<TeamItem>>("/api/v1/teams")).Items);
        var path = $"/api/v1/conversations/{seed.Id}";

        await Task.WhenAll(
            tenant.Owner.PutAsync<ConversationDetail>($"{path}/assignee", new AssigneeRequest(tenant.Session.User!.Id)),
            tenant.Owner.PutAsync<ConversationDetail>($"{path}/team", new TeamRequest(team.Id)),
            tenant.Owner.PutAsync<ConversationDetail>($"{path}/status", new StatusRequest(ConversationStatus.Resolved)),
            tenant.Owner.PutAsync<InteractionView>($"/api/v1/interactions/{seed.Messages[0].Id}/labels/sentiment", """{"value":"negative"}"""));

        var detail = await tenant.Owner.GetAsync<ConversationDetail>(path);
        Assert.Equal((tenant.Session.User!.Id, team.Id, ConversationStatus.Resolved), (detail.Assignee?.Id, detail.Team?.Id, detail.Status));
        Assert.Equal(4, (await EventsAsync(tenant, seed)).Count);
        var relationship = (await CustomerAsync(tenant, seed)).Relationship;
        Assert.Empty(relationship.OpenQuestions);
        Assert.Equal(-1, relationship.Sentiment.Recent);
    }

    [Fact]
    public async Task Note_should_stand_in_the_timeline_with_its_author()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello", 1));

        var note = await tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{seed.Id}/notes", new NoteRequest("A regular; be kind."));

        var timeline = await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{seed.Id}/timeline");
        var shown = Assert.Single(timeline.Items, e => e.Type == TimelineEntryType.Note).Note!;
        Assert.Equal((note.Id, "A regular; be kind.", tenant.Session.User!.Name), (shown.Id, shown.Text, shown.Author.Name));
    }

    [Fact]
    public async Task Note_should_have_one_to_ten_thousand_characters()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello", 1));
        var path = $"/api/v1/conversations/{seed.Id}/notes";

        await tenant.Owner.PostAsync<NoteView>(path, new NoteRequest(new string('x', 10_000)));
        foreach (var text in new[] { "", "  ", new string('x', 10_001), "a\0b" })
        {
            var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, path, new NoteRequest(text), HttpStatusCode.BadRequest);
            Assert.Equal(["text"], problem.Errors!.Keys);
        }
    }

    [Fact]
    public async Task Viewer_should_read_and_not_write()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello", 1));
        var (_, viewer) = await tenant.MemberAsync(Role.Viewer);
        var path = $"/api/v1/conversations/{seed.Id}";

        await viewer.GetAsync<ConversationDetail>(path);
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Post, $"{path}/notes", new NoteRequest("x")));
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Put, $"{path}/status", """{"status":"resolved"}"""));
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Put, $"{path}/assignee", """{"userId":null}"""));
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Put, $"{path}/team", new TeamRequest(Guid.NewGuid())));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await viewer.StatusAsync(HttpMethod.Put, $"/api/v1/interactions/{seed.Messages[0].Id}/labels/type", """{"value":"other"}"""));
    }

    [Fact]
    public async Task Conversation_on_a_channel_that_is_gone_should_say_that_it_cannot_be_answered()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello", 1));

        var detail = await tenant.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}");

        Assert.Equal((false, "The channel was deleted.", "thread"), (detail.CanReply, detail.CannotReplyReason, detail.Thread));
    }

    private static Task<ConversationDetail> SetAsync(ApiClient client, SeedConversation seed, string what, string body) =>
        client.PutAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/{what}", body);

    private static Task<CustomerView> CustomerAsync(TestTenant tenant, SeedConversation seed) =>
        tenant.Owner.GetAsync<CustomerView>($"/api/v1/customers/{seed.CustomerId}");

    private static async Task<List<TimelineEvent>> EventsAsync(TestTenant tenant, SeedConversation seed) =>
        [.. (await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{seed.Id}/timeline")).Items.Select(e => e.Event).OfType<TimelineEvent>()];

    public sealed class OnSqlite(SqliteServer fixture) : ConversationCommandTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ConversationCommandTests(fixture);
}
