using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Classification;

public abstract class LateLabelTests(ServerFixture fixture)
{
    [Fact]
    public async Task Labels_that_come_late_should_count_for_the_relationship_and_leave_corrections()
    {
        await using var server = await WithoutClassifierAsync();
        var tenant = await server.NewTenantAsync();
        var seed = await tenant.AddAsync(new SeedMessage("Where is it?", At(1), MessageLabels.Awaited));
        Assert.True((await MessageAsync(tenant, seed)).LabelsPending);
        await tenant.Owner.PutAsync<InteractionView>(
            $"/api/v1/interactions/{seed.Messages[0].Id}/labels/sentiment", new LabelRequest("negative"));

        await LateAsync(tenant, seed, revision: 1, (Facets.Type, "question"), (Facets.Sentiment, "positive"));

        var message = await MessageAsync(tenant, seed);
        Assert.False(message.LabelsPending);
        Assert.Equal([(Facets.Sentiment, "negative"), (Facets.Type, "question")], message.Labels.Select(l => (l.Facet, l.Value)).Order());
        var relationship = (await tenant.Owner.GetAsync<CustomerView>($"/api/v1/customers/{seed.CustomerId}")).Relationship;
        Assert.Single(relationship.OpenQuestions);
        Assert.Equal(-1, relationship.Sentiment.Recent);
    }

    [Fact]
    public async Task Labels_that_come_late_should_be_dropped_when_the_text_is_no_longer_the_same()
    {
        await using var server = await WithoutClassifierAsync();
        var tenant = await server.NewTenantAsync();
        var edited = await tenant.AddAsync(new SeedMessage("Now another text", At(1), MessageLabels.Awaited));
        var labelled = await tenant.AddAsync(Says("Labelled by another node", 1, (Facets.Type, "other")));

        await LateAsync(tenant, edited, revision: 0, (Facets.Type, "question"));
        await LateAsync(tenant, labelled, revision: 1, (Facets.Type, "question"));

        Assert.True((await MessageAsync(tenant, edited)).LabelsPending);
        Assert.Equal("other", Assert.Single((await MessageAsync(tenant, labelled)).Labels).Value);
    }

    [Fact]
    public async Task Rules_should_run_when_labels_come_late()
    {
        await using var server = await WithoutClassifierAsync();
        var tenant = await server.NewTenantAsync();
        var team = await RuleForComplaintsAsync(tenant);
        var seed = await tenant.AddAsync(new SeedConversation { Messages = [new SeedMessage("It broke", At(1), MessageLabels.Awaited)], AwaitsRouting = true });

        await LateAsync(tenant, seed, revision: 1, (Facets.Type, "complaint"));

        var routed = await ConversationAsync(tenant, seed);
        Assert.Equal((team, ConversationPriority.Urgent, tenant.Session.User!.Id), (routed.Team?.Id, routed.Priority, routed.Assignee?.Id));
        var timeline = await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{seed.Id}/timeline");
        Assert.Contains("because type is complaint (0.9)", Assert.Single(timeline.Items, e => e.Event?.Kind == TimelineEventKind.Rule).Event!.To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_run_late_should_take_nothing_from_anybody()
    {
        await using var server = await WithoutClassifierAsync();
        var tenant = await server.NewTenantAsync();
        var team = await RuleForComplaintsAsync(tenant);
        var (agent, _) = await tenant.MemberAsync(Role.Agent, "Agnes");
        SeedConversation Awaiting() => new() { Messages = [new SeedMessage("It broke", At(1), MessageLabels.Awaited)], AwaitsRouting = true };
        var (given, moved, later) = (await tenant.AddAsync(Awaiting()), await tenant.AddAsync(Awaiting()), await tenant.AddAsync(Awaiting() with { AwaitsRouting = false }));
        var other = await tenant.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange("Other"));
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{given.Id}/assignee", new AssigneeRequest(agent.Id));
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{moved.Id}/team", new TeamRequest(other.Id));

        foreach (var seed in new[] { given, moved, later })
        {
            await LateAsync(tenant, seed, revision: 1, (Facets.Type, "complaint"));
        }

        Assert.Equal("Agnes", (await ConversationAsync(tenant, given)).Assignee?.Name);
        Assert.Equal(("Other", null), ((await ConversationAsync(tenant, moved)) is var m ? (m.Team?.Name, m.Assignee?.Name) : default));
        Assert.Equal((null, null), ((await ConversationAsync(tenant, later)) is var l ? (l.Team?.Name, l.Assignee?.Name) : default));
        foreach (var seed in new[] { given, moved, later })
        {
            Assert.Equal(ConversationPriority.Urgent, (await ConversationAsync(tenant, seed)).Priority);
        }

        Assert.NotEqual(team, other.Id);
    }

    [Fact]
    public async Task Waiting_messages_should_be_found_in_all_tenants()
    {
        await using var server = await WithoutClassifierAsync();
        var (one, two) = (await server.NewTenantAsync(), await server.NewTenantAsync());
        var first = await one.AddAsync(new SeedMessage("One", At(1), MessageLabels.Awaited));
        var second = await two.AddAsync(new SeedMessage("Two", At(1), MessageLabels.Awaited));

        await using var scope = one.Server.Scope();
        var messages = scope.ServiceProvider.GetRequiredService<LabelledMessages>();
        var waiting = await messages.WaitingAsync(Guid.Empty, 200, CancellationToken.None);
        var after = await messages.WaitingAsync(first.Messages[0].Id, 200, CancellationToken.None);

        Assert.Contains(new UnlabelledMessage(one.Id, first.Messages[0].Id, 1, "One", MessageKind.Comment, false), waiting);
        Assert.Contains(waiting, m => m.TenantId == two.Id && m.Id == second.Messages[0].Id);
        Assert.Equal(waiting.Select(m => m.Id).Order(), waiting.Select(m => m.Id));
        Assert.DoesNotContain(after, m => m.Id == first.Messages[0].Id);
    }

    [Fact]
    public async Task Preview_should_say_that_there_is_no_classifier()
    {
        await using var server = await WithoutClassifierAsync();
        var tenant = await server.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(
            HttpMethod.Post, "/api/v1/classifiers/preview", """{"texts":["Hello"]}""", HttpStatusCode.ServiceUnavailable);

        Assert.Equal("classifier-unavailable", problem.Slug);
    }

    private static async Task<Guid> RuleForComplaintsAsync(TestTenant tenant)
    {
        var team = await tenant.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange("Complaints", [tenant.Session.User!.Id]));
        RuleCondition[] conditions = [new(ConditionOn.Label, ["complaint"], "type", 0.5)];
        RuleAction[] actions = [new(RuleActionKind.Team, $"{team.Id}"), new(RuleActionKind.Priority, "urgent"), new(RuleActionKind.RoundRobin, $"{team.Id}")];
        await tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest("Complaints", conditions, actions));
        return team.Id;
    }

    private static Task<ConversationDetail> ConversationAsync(TestTenant tenant, SeedConversation seed) =>
        tenant.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}");

    private async Task<PlainServer> WithoutClassifierAsync()
    {
        var database = await fixture.NewDatabaseAsync();
        var none = Directory.CreateDirectory(Path.Combine(database.Folder, "no-plugins")).FullName;
        var server = await RealServer.StartAsync(database, builder => builder.UseSetting("Plugins:BundledDirectory", none));
        return new PlainServer(database, server, await server.SetUpAsync());
    }

    private static Task<InteractionView> MessageAsync(TestTenant tenant, SeedConversation seed) =>
        tenant.Owner.GetAsync<InteractionView>($"/api/v1/interactions/{seed.Messages[0].Id}");

    private static async Task LateAsync(TestTenant tenant, SeedConversation seed, long revision, params (string Facet, string Value)[] labels)
    {
        await using var scope = tenant.Server.Scope();
        var message = seed.Messages[0];
        var asked = new UnlabelledMessage(tenant.Id, message.Id, revision, message.Text, MessageKind.Comment, false);
        var found = new MessageLabels([.. labels.Select(l => new MessageLabel(l.Facet, l.Value, 0.9))], "model-2");
        await scope.ServiceProvider.GetRequiredService<LateLabels>()
            .ApplyAsync(tenant.Id, new Dictionary<UnlabelledMessage, MessageLabels> { [asked] = found }, CancellationToken.None);
    }

    /// <summary>Without it the server's own classifier would be faster than the test, now and then.</summary>
    private sealed record PlainServer(TestDatabase Database, RealServer Server, ApiClient PlatformAdmin) : IAsyncDisposable
    {
        public Task<TestTenant> NewTenantAsync() => Server.NewTenantAsync(PlatformAdmin);

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Database.DisposeAsync();
        }
    }

    public sealed class OnSqlite(SqliteServer fixture) : LateLabelTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : LateLabelTests(fixture);
}
