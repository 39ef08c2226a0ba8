using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Host.Tests.Ingestion.Imports;

namespace SocialCrm.Host.Tests.Notifications;

public abstract class NotificationTests(ServerFixture fixture)
{
    [Fact]
    public async Task Rule_should_tell_each_member_of_a_team_once_a_message_and_collapse_until_read()
    {
        var tenant = await fixture.NewTenantAsync();
        var (one, first) = await tenant.MemberAsync(Role.Agent, "One");
        var (two, second) = await tenant.MemberAsync(Role.Viewer, "Two");
        var (_, other) = await tenant.MemberAsync(Role.Agent, "Other");
        var team = await tenant.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange("Legal", [one.Id, two.Id]));
        await RuleAsync(tenant, "Lawyers", "lawyer", new RuleAction(RuleActionKind.Notify, $"{team.Id}"), new RuleAction(RuleActionKind.Notify, $"{one.Id}"));
        using var channel = await TestChannel.CreateAsync(tenant.Owner);

        var message = TestChannel.Message("1", "ann", "my lawyer will write", "t", revision: 1);
        await channel.AcceptedAsync(message, message, TestChannel.Message("2", "bob", "hello"));
        await channel.AcceptedAsync(message);
        await channel.SettledAsync("ann");

        var told = Assert.Single(await ListAsync(first));
        Assert.Equal((NotificationKind.Rule, "Lawyers", 1), (told.Kind, told.Actor, told.Count));
        Assert.Equal("my lawyer will write", told.Conversation!.Preview);
        Assert.Single(await ListAsync(second));
        Assert.Empty(await ListAsync(other));
        var timeline = await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{told.TargetId}/timeline");
        Assert.Contains(timeline.Items, e => e.Event?.To == "told Legal, told One because the text says “lawyer”");

        await channel.AcceptedAsync(TestChannel.Message("3", "ann", "the lawyer again", "t"), TestChannel.Message("1", "ann", "my lawyer wrote", "t", revision: 2));
        await channel.ArrivedAsync("1", m => m.Text == "my lawyer wrote");
        Assert.Equal(2, Assert.Single(await ListAsync(first)).Count);
        await first.PostAsync($"/api/v1/notifications/{told.Id}/read");
        Assert.Equal((0, 1), (await UnreadAsync(first), await UnreadAsync(second)));

        await channel.AcceptedAsync(TestChannel.Message("4", "ann", "lawyer", "t"));
        await Eventually.HoldsAsync("another one", async () => await UnreadAsync(first) == 1);
        Assert.Equal(2, (await first.AllAsync<NotificationItem>("/api/v1/notifications", 1)).Count);
    }

    [Fact]
    public async Task Imported_history_should_tell_nobody()
    {
        var tenant = await fixture.NewTenantAsync();
        await RuleAsync(tenant, "All", null, new(RuleActionKind.Notify, $"{tenant.Session.User!.Id}"), new(RuleActionKind.Assign, $"{tenant.Session.User!.Id}"));
        var import = await TestImport.CreateAsync(tenant.Owner);

        await import.FinishedAsync(await import.StartAsync(TestImport.Row("1", at: $"{TimeProvider.System.GetUtcNow():O}")));

        var ended = Assert.Single(await ListAsync(tenant.Owner));
        Assert.Equal(NotificationKind.ImportFinished, ended.Kind);
        Assert.Equal(tenant.Session.User.Name, Assert.Single((await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations")).Items).Assignee!.Name);
    }

    [Fact]
    public async Task Assignment_and_mention_should_tell_the_person_and_not_oneself()
    {
        var tenant = await fixture.NewTenantAsync();
        var (agent, client) = await tenant.MemberAsync(Role.Agent, "Agnes");
        var seed = await tenant.AddAsync(Seed.Says("Hi", 1));
        var me = tenant.Session.User!.Id;

        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/assignee", new AssigneeRequest(agent.Id));
        await tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{seed.Id}/notes", new NoteRequest("@Agnes look, @me too", Mentions: [agent.Id, me, agent.Id]));
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/assignee", new AssigneeRequest(me));

        Assert.Equal([NotificationKind.Mention, NotificationKind.Assigned], (await ListAsync(client)).Select(n => n.Kind));
        Assert.All(await ListAsync(client), n => Assert.Equal((tenant.Session.User.Name, seed.Id), (n.Actor, n.Conversation!.Id)));
        Assert.Empty(await ListAsync(tenant.Owner));

        await client.PostAsync("/api/v1/notifications/read", new ReadRequest(seed.Id));
        Assert.Equal((0, 2), (await UnreadAsync(client), (await ListAsync(client)).Count));
    }

    [Fact]
    public async Task Nobody_should_see_or_reach_the_notifications_of_others()
    {
        var (tenant, stranger) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var (agent, client) = await tenant.MemberAsync(Role.Agent);
        var seed = await tenant.AddAsync(Seed.Says("Hi", 1));
        await tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{seed.Id}/notes", new NoteRequest("see", Mentions: [agent.Id]));
        var id = Assert.Single(await ListAsync(client)).Id;

        Assert.Equal(HttpStatusCode.NotFound, await tenant.Owner.StatusAsync(HttpMethod.Post, $"/api/v1/notifications/{id}/read"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Owner.StatusAsync(HttpMethod.Post, $"/api/v1/notifications/{id}/read"));
        await tenant.Owner.PostAsync("/api/v1/notifications/read", new ReadRequest());
        Assert.Equal(1, await UnreadAsync(client));
        await tenant.Owner.ProblemAsync(
            HttpMethod.Post, $"/api/v1/conversations/{seed.Id}/notes", new NoteRequest("see", Mentions: [stranger.Session.User!.Id]), HttpStatusCode.BadRequest);
        var condition = new RuleCondition(ConditionOn.Visibility, ["public"]);
        await tenant.Owner.ProblemAsync(
            HttpMethod.Post, "/api/v1/rules", new RuleRequest("R", [condition], [new(RuleActionKind.Notify, $"{stranger.Session.User!.Id}")]), HttpStatusCode.BadRequest);
        await (await tenant.KeyAsync(Role.Admin)).ProblemAsync(HttpMethod.Get, "/api/v1/notifications", null, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Choices_should_decide_what_is_listed()
    {
        var tenant = await fixture.NewTenantAsync();
        var (agent, client) = await tenant.MemberAsync(Role.Agent);
        var seed = await tenant.AddAsync(Seed.Says("Hi", 1));
        await client.PutAsync<ChoiceList>("/api/v1/notifications/choices", new ChoiceChange([new(NotificationKind.Mention, false, MailTiming.Off)]));

        await tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{seed.Id}/notes", new NoteRequest("see", Mentions: [agent.Id]));
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/assignee", new AssigneeRequest(agent.Id));

        Assert.Equal([NotificationKind.Assigned], (await ListAsync(client)).Select(n => n.Kind));
        var choices = await client.GetAsync<ChoiceList>("/api/v1/notifications/choices");
        Assert.Equal(new ChoiceItem(NotificationKind.Mention, false, MailTiming.Off), choices.Items.Single(c => c.Kind == NotificationKind.Mention));
        Assert.Equal(Enum.GetValues<NotificationKind>(), choices.Items.Select(c => c.Kind));
    }

    [Fact]
    public async Task Old_notifications_should_be_forgotten()
    {
        var tenant = await fixture.NewTenantAsync();
        var (agent, client) = await tenant.MemberAsync(Role.Agent);
        foreach (var conversation in new[] { await tenant.AddAsync(Seed.Says("Old", 1)), await tenant.AddAsync(Seed.Says("New", 1)) })
        {
            await tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{conversation.Id}/notes", new NoteRequest("see", Mentions: [agent.Id]));
        }

        var services = tenant.Server.Services;
        await using (var session = await services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None))
        {
            var old = (await ListAsync(client))[1].Id;
            await session.ExecuteAsync(
                "UPDATE notifications SET at = @then WHERE id = @id", new() { ["then"] = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-91), ["id"] = old }, CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }

        await services.GetRequiredService<OldNotifications>().ForgetAsync(CancellationToken.None);

        Assert.Single(await ListAsync(client));
    }

    private static Task<RuleItem> RuleAsync(TestTenant tenant, string name, string? query, params RuleAction[] actions) =>
        tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest(name, query is null ? [] : [new(ConditionOn.Text, [query])], actions));

    private static async Task<IReadOnlyList<NotificationItem>> ListAsync(ApiClient client) =>
        (await client.GetAsync<Page<NotificationItem>>("/api/v1/notifications")).Items;

    private static async Task<int> UnreadAsync(ApiClient client) => (await client.GetAsync<NotificationCount>("/api/v1/notifications/count")).Unread;

    public sealed class OnSqlite(SqliteServer fixture) : NotificationTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : NotificationTests(fixture);
}
