using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Ingestion.Replays;

/// <summary>Messages of an older model go through the classifier, topics and rules of now.</summary>
public abstract class ReplayTests(ServerFixture fixture)
{
    // Where a replay may write: not what leaves the house, and nothing that tells people.
    private static readonly string[] Own = ["audit_entries", "replays"];
    private static readonly string[] Changing =
        [.. Own, "conversation_events", "conversations", "interactions", "relationships", "rollups", "day_counts"];

    private static readonly string[] Texts =
    [
        "This is broken and I am angry.", "Where is my parcel?", "Thank you, I love it!", "My parcel never came, terrible.", "ok",
        "Why does it never work? Terrible.", "I love the new parcel box, thank you!", "Where can I find the parcel?",
    ];

    [Fact]
    public async Task Dry_run_should_touch_nothing_and_report_exactly_what_applying_does()
    {
        using var scene = await ReplayScene.CreateAsync(await fixture.NewTenantAsync());
        var messages = await AgedAsync(scene);
        var before = await TenantTables.PictureAsync(scene.Tenant);

        var tried = await scene.TryAsync();

        var after = await TenantTables.PictureAsync(scene.Tenant);
        Assert.Empty(TenantTables.Differing(before, after).Except(Own));
        Assert.Equal((7, 7, 7), (tried.Total!.Value, tried.Read, tried.Conversations));
        Assert.True(tried.Changed >= 5, $"Only {tried.Changed} messages would change.");
        Assert.Equal(1, tried.Report!.Corrected);
        Assert.True(tried.Rerouted >= 3, $"Only {tried.Rerouted} conversations would go elsewhere.");

        var applied = await scene.ApplyAsync(tried);

        var done = await TenantTables.PictureAsync(scene.Tenant);
        Assert.Empty(TenantTables.Differing(after, done).Except(Changing));
        Assert.Equal((tried.Id, true), (applied.DryRunId!.Value, applied.Apply));
        Assert.Equal(
            (tried.Total, tried.Read, tried.Changed, tried.Refreshed, tried.Conversations, tried.Rerouted, 0),
            (applied.Total, applied.Read, applied.Changed, applied.Refreshed, applied.Conversations, applied.Rerouted, applied.Skipped));
        Assert.Equal(JsonSerializer.Serialize(tried.Report), JsonSerializer.Serialize(applied.Report));
        await HoldsAsync(scene, applied);
        Assert.Equal("positive", Label(await scene.MessageAsync(messages[0]), Facets.Sentiment));
        Assert.Equal("1.0.0", applied.ModelVersion);
    }

    [Fact]
    public async Task Counters_and_relationships_should_agree_with_a_recount_after_applying()
    {
        using var scene = await ReplayScene.CreateAsync(await fixture.NewTenantAsync());
        await AgedAsync(scene);

        await scene.ApplyAsync();
        var again = await scene.TryAsync();

        Assert.Equal((0, 0, 0), (again.Changed, again.Refreshed, again.Rerouted));
        var messages = (await scene.Channel.MessagesAsync()).Where(m => m.DeletedAt is null).ToList();
        await CountedAsync(scene, "types", messages.CountBy(m => Label(m, Facets.Type)!));
        await CountedAsync(scene, "sentiment", messages.CountBy(m => Label(m, Facets.Sentiment)!));
        var topics = (await scene.Owner.GetAsync<InsightSeries>("/api/v1/insights/topics")).Total.Values;
        Assert.Equal(messages.Count(m => m.Labels.Any(l => l.Value == "parcels")), topics["parcels"]);
        await RelationshipsAgreeAsync(scene);
    }

    [Fact]
    public async Task Replay_should_keep_to_its_span_its_channels_and_its_words()
    {
        using var scene = await ReplayScene.CreateAsync(await fixture.NewTenantAsync());
        var messages = await scene.HearAsync("A refund please", "Where is the refund?", "Terrible, a refund", "no word");
        await scene.AgeAsync([.. messages]);
        using var other = await TestChannel.CreateAsync(scene.Owner);
        await other.AcceptedAsync(TestChannel.Message("o1", "zoe", "refund elsewhere"));
        await other.ArrivedAsync("o1");
        var stored = messages.OrderBy(m => m.OccurredAt).ThenBy(m => m.Id).ToList();

        Assert.Equal(5, (await scene.TryAsync()).Read);
        Assert.Equal(4, (await scene.TryAsync(new { query = "refund" })).Read);
        Assert.Equal(3, (await scene.TryAsync(new { query = "refund", channels = new[] { scene.Channel.Id } })).Read);
        Assert.Equal(1, (await scene.TryAsync(new { query = "refund -terrible", channels = new[] { other.Id } })).Read);
        Assert.Equal(0, (await scene.TryAsync(new { to = stored[0].OccurredAt })).Read);
        Assert.Equal(1, (await scene.TryAsync(new { from = stored[^1].OccurredAt.AddTicks(TimeSpan.TicksPerMicrosecond) })).Read);
    }

    /// <summary>Eight messages: one is corrected, one taken down, and for the rest an older model heard nothing in them; then come rules.</summary>
    private static async Task<List<InteractionView>> AgedAsync(ReplayScene scene)
    {
        var topic = await scene.Owner.PostAsync<TopicItem>("/api/v1/topics", new TopicRequest("Parcels", "parcel*"));
        await Eventually.HoldsAsync("the topic's walk", async () => (await scene.Owner.GetAsync<TopicItem>($"/api/v1/topics/{topic.Id}")).History!.State == HistoryRunState.Done);
        var messages = await scene.HearAsync(Texts);
        await scene.Owner.PutAsync<InteractionView>($"/api/v1/interactions/{messages[0].Id}/labels/sentiment", new LabelRequest("positive"));
        await scene.AgeAsync([.. messages]);
        await scene.Channel.AcceptedAsync(TestChannel.Deletion("m4", "a4"));
        await scene.Channel.ArrivedAsync("m4", m => m.DeletedAt is not null);
        await scene.Owner.PostAsync<JsonElement>("/api/v1/systems-of-record", new { kind = "signed-webhook", name = "CRM", settings = new { eventUrl = "http://127.0.0.1:9/events" } });
        var team = await scene.TeamAsync("Complaints");
        await scene.RuleAsync(
            "Complaints",
            new(ConditionOn.Label, ["negative"], Facets.Sentiment),
            new(RuleActionKind.Team, $"{team}"), new(RuleActionKind.Priority, "urgent"), new(RuleActionKind.Tag, "hot"), new(RuleActionKind.Notify, $"{scene.Tenant.Session.User!.Id}"));
        await scene.RuleAsync("Parcels", new(ConditionOn.Topic, ["parcels"]), new RuleAction(RuleActionKind.Tag, "parcel"));
        return messages;
    }

    /// <summary>What the report said is what is there.</summary>
    private static async Task HoldsAsync(ReplayScene scene, ReplayView applied)
    {
        var messages = (await scene.Channel.MessagesAsync()).Where(m => m.DeletedAt is null).ToList();
        Assert.All(applied.Report!.Labels, shift => Assert.Equal(
            shift.After, messages.Count(m => m.Labels.Any(l => l.Facet == shift.Facet && l.Value == shift.Value))));
        Assert.Contains(applied.Report.Labels, shift => shift is { Facet: Facets.Type, Value: "other", Before: 7 });
        Assert.Contains(applied.Report.Labels, shift => shift is { Facet: Facets.Topic, Value: "parcels", Before: 0, After: 4 });

        // One whose only message was taken down has nothing to route by.
        var routed = messages.Select(m => m.ConversationId).ToHashSet();
        var conversations = (await scene.Owner.AllAsync<ConversationItem>("/api/v1/conversations?status=open", 200)).FindAll(c => routed.Contains(c.Id));
        Assert.All(applied.Report.Teams, shift => Assert.Equal(shift.After, conversations.Count(c => c.Team?.Id == shift.Team?.Id)));
        Assert.All(applied.Report.Priorities, shift => Assert.Equal(shift.After, conversations.Count(c => c.Priority.ToString().Equals(shift.Priority, StringComparison.OrdinalIgnoreCase))));
        Assert.All(applied.Report.Messages, example =>
        {
            var now = messages.Single(m => m.Id == example.Id);
            Assert.Equal(now.Text, example.Text);
            Assert.All(example.After, label => Assert.Contains(now.Labels, l => $"{l.Facet}:{l.Value}" == label));
        });
    }

    private static async Task CountedAsync(ReplayScene scene, string insight, IEnumerable<KeyValuePair<string, int>> recounted)
    {
        var counted = (await scene.Owner.GetAsync<InsightSeries>($"/api/v1/insights/{insight}")).Total.Values;
        Assert.Equal(recounted.Select(c => (c.Key, (long)c.Value)).Order(), counted.Where(c => c.Value > 0).Select(c => (c.Key, c.Value)).Order());
    }

    private static async Task RelationshipsAgreeAsync(ReplayScene scene)
    {
        await using var scope = scene.Tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = scene.Tenant.Id;
        var contacts = (await db.Set<Interaction>().AsNoTracking().ToListAsync()).OrderBy(m => m.OccurredAt).ToLookup(m => m.IdentityId, m => m.ToContact());
        foreach (var stored in await db.Set<StoredRelationship>().AsNoTracking().ToListAsync())
        {
            var (expected, found) = (new Relationship(), Relationships.Read(stored.State));
            contacts[stored.IdentityId].ToList().ForEach(expected.Apply);
            Assert.Equal(expected.Unanswered, found.Unanswered);
            Assert.Equal(expected.RecentSentiment.Value ?? 0, found.RecentSentiment.Value ?? 0, 6);
            Assert.Equal(expected.Inbound, found.Inbound);
        }
    }

    private static string? Label(InteractionView message, string facet) => message.Labels.FirstOrDefault(l => l.Facet == facet)?.Value;

    public sealed class OnSqlite(SqliteServer fixture) : ReplayTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ReplayTests(fixture);
}
