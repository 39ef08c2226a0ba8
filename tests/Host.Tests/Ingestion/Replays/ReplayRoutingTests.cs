using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion.Replays;

/// <summary>Open conversations that nobody has touched are routed as if they came today; all others stay.</summary>
public abstract class ReplayRoutingTests(ServerFixture fixture)
{
    private static readonly RuleCondition Broken = new(ConditionOn.Text, ["broken"]);

    [Fact]
    public async Task What_rules_did_before_should_give_way_to_what_they_do_now()
    {
        using var scene = await ReplayScene.CreateAsync(await fixture.NewTenantAsync());
        var (old, now) = (await scene.TeamAsync("Old"), await scene.TeamAsync("New"));
        var rule = await scene.RuleAsync("Old", Broken, new(RuleActionKind.Team, $"{old}"), new(RuleActionKind.Priority, "urgent"), new(RuleActionKind.Tag, "old"));
        var message = (await scene.HearAsync("It is broken"))[0];
        Assert.Equal("Old", (await scene.ConversationAsync(message)).Team?.Name);
        await scene.Owner.DeleteAsync($"/api/v1/rules/{rule.Id}");
        await scene.RuleAsync("New", Broken, new(RuleActionKind.Team, $"{now}"), new(RuleActionKind.Tag, "new"), new(RuleActionKind.Notify, $"{scene.Tenant.Session.User!.Id}"));

        var replay = await scene.ApplyAsync();

        var conversation = await scene.ConversationAsync(message);
        Assert.Equal(("New", ConversationPriority.Normal), (conversation.Team?.Name, conversation.Priority));
        Assert.Equal(["new"], conversation.Tags);
        var example = Assert.Single(replay.Report!.Conversations);
        Assert.Equal((conversation.Id, "Old", "New", "urgent", "normal"), (example.Id, example.Before.Team?.Name, example.After.Team?.Name, example.Before.Priority, example.After.Priority));
        var timeline = await scene.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{conversation.Id}/timeline");
        Assert.Contains(timeline.Items, e => e.Event is { Kind: TimelineEventKind.Rule, From: "Replay" });
        Assert.Empty((await scene.Owner.GetAsync<Page<NotificationItem>>("/api/v1/notifications")).Items);
    }

    [Fact]
    public async Task What_a_person_has_touched_should_stay_as_it_is()
    {
        using var scene = await ReplayScene.CreateAsync(await fixture.NewTenantAsync());
        var messages = await scene.HearAsync([.. Enumerable.Range(0, 8).Select(i => $"It is broken {i}")]);
        var (other, wanted) = (await scene.TeamAsync("Other"), await scene.TeamAsync("Wanted"));
        string Path(int i, string what) => $"/api/v1/conversations/{messages[i].ConversationId}/{what}";
        await scene.Owner.PutAsync<ConversationDetail>(Path(0, "assignee"), new AssigneeRequest(scene.Tenant.Session.User!.Id));
        await scene.Owner.PutAsync<ConversationDetail>(Path(1, "team"), new TeamRequest(other));
        await scene.Owner.PutAsync<ConversationDetail>(Path(2, "priority"), new PriorityRequest(ConversationPriority.High));
        await scene.Owner.PutAsync<ConversationDetail>(Path(3, "tags"), new TagsRequest(["mine"]));
        await scene.Owner.PutAsync<ConversationDetail>(Path(4, "status"), new StatusRequest(ConversationStatus.Resolved));
        await scene.Owner.PostAsync(Path(5, "notes"), new NoteRequest("I look after it"));
        await scene.Owner.PutAsync<ConversationDetail>(Path(6, "status"), new StatusRequest(ConversationStatus.Waiting));
        await scene.RuleAsync("Broken", Broken, new(RuleActionKind.Team, $"{wanted}"), new(RuleActionKind.Priority, "urgent"), new(RuleActionKind.Tag, "hot"));
        var before = await PlacesAsync(scene, messages);

        var replay = await scene.ApplyAsync();

        Assert.Equal((1, 1), (replay.Conversations, replay.Rerouted));
        Assert.Equal([.. before[..7], ("Wanted", null, ConversationPriority.Urgent, "hot", ConversationStatus.Open)], await PlacesAsync(scene, messages));
    }

    [Fact]
    public async Task Work_given_in_turn_should_stay_with_whoever_has_it()
    {
        using var scene = await ReplayScene.CreateAsync(await fixture.NewTenantAsync());
        var (one, two) = ((await scene.Tenant.MemberAsync(Role.Agent, "One")).Member.Id, (await scene.Tenant.MemberAsync(Role.Agent, "Two")).Member.Id);
        var team = await scene.TeamAsync("Team", one, two);
        var messages = await scene.HearAsync("It is broken", "Also broken", "All is broken");
        await scene.RuleAsync("Broken", Broken, new(RuleActionKind.Team, $"{team}"), new(RuleActionKind.RoundRobin, $"{team}"));

        Assert.Equal(3, (await scene.ApplyAsync()).Report!.Reassigned);
        var given = await PlacesAsync(scene, messages);
        Assert.Equal(["One", "Two"], given.Select(g => g.Assignee).Distinct().Order());
        Assert.Equal(0, (await scene.ApplyAsync()).Rerouted);
        Assert.Equal(given, await PlacesAsync(scene, messages));
    }

    [Fact]
    public async Task Noise_should_be_set_aside_and_the_rules_of_all_messages_should_count()
    {
        using var scene = await ReplayScene.CreateAsync(await fixture.NewTenantAsync());
        var (noise, talk) = ((await scene.HearAsync("Win a prize"))[0], (await scene.HearAsync("Hello there"))[0]);
        await scene.Channel.AcceptedAsync(TestChannel.Message("later", "a1", "and it is broken", "t1"));
        await scene.Channel.ArrivedAsync("later");
        await scene.RuleAsync("Noise", new(ConditionOn.Text, ["prize"]), new RuleAction(RuleActionKind.SetAside));
        await scene.RuleAsync("Broken", Broken, new(RuleActionKind.Tag, "hot"), new(RuleActionKind.Priority, "high"));

        var replay = await scene.ApplyAsync();

        Assert.Equal((2, 2, 1), (replay.Conversations, replay.Rerouted, replay.Report!.SetAside));
        Assert.Equal(ConversationStatus.Spam, (await scene.ConversationAsync(noise)).Status);
        Assert.Equal((ConversationPriority.High, "hot"), (await scene.ConversationAsync(talk)) is var c ? (c.Priority, Assert.Single(c.Tags)) : default);
    }

    private static async Task<List<(string? Team, string? Assignee, ConversationPriority Priority, string Tags, ConversationStatus Status)>> PlacesAsync(
        ReplayScene scene, List<InteractionView> messages)
    {
        var places = new List<(string?, string?, ConversationPriority, string, ConversationStatus)>();
        foreach (var message in messages)
        {
            var conversation = await scene.ConversationAsync(message);
            places.Add((conversation.Team?.Name, conversation.Assignee?.Name, conversation.Priority, string.Join(',', conversation.Tags), conversation.Status));
        }

        return places;
    }

    public sealed class OnSqlite(SqliteServer fixture) : ReplayRoutingTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ReplayRoutingTests(fixture);
}
