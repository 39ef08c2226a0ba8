using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Listening;

/// <summary>A topic holds for the messages that were there before it, and the counts follow.</summary>
public abstract class TopicHistoryTests(ServerFixture fixture)
{
    [Fact]
    public async Task Messages_that_are_there_should_get_the_topic_follow_its_query_and_lose_it_when_it_is_deleted()
    {
        var (tenant, stranger) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        using var channel = await WithMessagesAsync(tenant);
        using var others = await WithMessagesAsync(stranger);
        await CorrectAsync(tenant, await channel.ArrivedAsync("m3"), "mine");

        var topic = await DoneAsync(tenant, await MakeAsync(tenant, "Refunds", "refund"));
        Assert.Equal((31, 31, 19), (topic.History!.Total!.Value, topic.History.Looked, topic.History.Changed));
        Assert.Equal(19, await CountedAsync(tenant, topic.Key));
        Assert.Equal(19, await ListedAsync(tenant, topic.Key));
        Assert.Equal(["mine"], Topics(await channel.ArrivedAsync("m3")));
        Assert.Equal(0, await CountedAsync(stranger, topic.Key));

        topic = await DoneAsync(tenant, await tenant.Owner.PutAsync<TopicItem>($"/api/v1/topics/{topic.Id}", new TopicRequest("Refunds", "thanks")));
        Assert.Equal((10, 10), (await CountedAsync(tenant, topic.Key), await ListedAsync(tenant, topic.Key)));
        Assert.Equal(29, topic.History!.Changed);

        await CorrectAsync(tenant, await channel.ArrivedAsync("m25"), topic.Key);
        await tenant.Owner.DeleteAsync($"/api/v1/topics/{topic.Id}");
        await Eventually.HoldsAsync("the topic to be gone but for what a person said", async () => await CountedAsync(tenant, topic.Key) == 1);
        Assert.Equal(["m25"], (await tenant.Owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?label=topic:{topic.Key}")).Items.Select(m => m.ExternalId));
    }

    [Fact]
    public async Task Counts_should_say_names_and_kinds_and_count_a_message_once()
    {
        var tenant = await fixture.NewTenantAsync();
        await tenant.Owner.PostAsync<TopicItem>("/api/v1/topics", new TopicRequest("Globex Inc", "globex", Key: "globex", Kind: TopicKind.Competitor, Color: "#aa3300"));
        await MakeAsync(tenant, "Refunds", "refund");
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(
            TestChannel.Message("1", "ann", "globex gave me a refund"), TestChannel.Message("2", "bob", "refund please"), TestChannel.Message("3", "cid", "hello there"));
        await channel.ArrivedAsync("3");

        var share = await tenant.Owner.GetAsync<InsightSeries>("/api/v1/insights/share-of-voice");

        var known = share.Topics!.Where(t => t.Kind is not null).ToList();
        Assert.Equal([("refunds", "Refunds", TopicKind.Subject, null), ("globex", "Globex Inc", TopicKind.Competitor, "#aa3300")], known.Select(t => (t.Value, t.Name, t.Kind!.Value, t.Color)));
        Assert.Equal((2, 1), (share.Total.Values["refunds"], share.Total.Values["globex"]));
        var messages = (await channel.MessagesAsync()).Count(m => Topics(m).Any());
        Assert.Equal(messages, share.Total.Count);
        Assert.Equal(1, share.Total.Shares.Values.Sum(), 3);
    }

    [Fact]
    public async Task Walk_should_be_stopped_and_begun_again_by_those_who_may()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await WithMessagesAsync(tenant);
        var (_, agent) = await tenant.MemberAsync(Role.Agent);
        var topic = await DoneAsync(tenant, await MakeAsync(tenant, "Refunds", "refund"));
        var path = $"/api/v1/topics/{topic.Id}/history";
        await RunsTomorrowAsync(tenant, topic.Key);

        Assert.Equal(HistoryRunState.Running, (await tenant.Owner.GetAsync<TopicItem>($"/api/v1/topics/{topic.Id}")).History!.State);
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Delete, path));
        Assert.Equal(HttpStatusCode.NotFound, await (await fixture.NewTenantAsync()).Owner.StatusAsync(HttpMethod.Delete, path));
        await tenant.Owner.DeleteAsync(path);
        Assert.Equal(HistoryRunState.Cancelled, (await tenant.Owner.GetAsync<TopicItem>($"/api/v1/topics/{topic.Id}")).History!.State);

        await DoneAsync(tenant, await tenant.Owner.PostAsync<TopicItem>(path));
        Assert.Equal(20, await CountedAsync(tenant, topic.Key));
        await tenant.Owner.PutAsync<TopicItem>($"/api/v1/topics/{topic.Id}", new TopicRequest("Refunds", "nothing", Enabled: false));
        Assert.Equal(20, await CountedAsync(tenant, topic.Key));
        await tenant.Owner.ProblemAsync(HttpMethod.Post, path, null, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Preview_should_lead_to_all_that_match()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync([.. Enumerable.Range(0, 45).Select(i => TestChannel.Message($"m{i}", $"a{i}", "a refund, please"))]);
        await Eventually.HoldsAsync("all messages", async () => (await channel.MessagesAsync()).Count == 45);

        var (found, next, pages) = (new HashSet<Guid>(), default(string), 0);
        do
        {
            var page = await tenant.Owner.PostAsync<TopicPreview>("/api/v1/topics/preview", new TopicPreviewRequest("refund", next));
            found.UnionWith(page.Items.Select(i => i.Id));
            (next, pages) = (page.Next, pages + 1);
        }
        while (next is not null);

        Assert.Equal((45, 3), (found.Count, pages));
        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/topics/preview", new TopicPreviewRequest("x", "?"), HttpStatusCode.BadRequest);
        Assert.Equal(["after"], problem.Errors!.Keys);
    }

    private static async Task RunsTomorrowAsync(TestTenant tenant, string topic)
    {
        await using var scope = tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        (await db.Set<HistoryRun>().SingleAsync(r => r.TopicKey == topic)).Restart("refund", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1));
        await db.SaveChangesAsync();
    }

    private static async Task<TestChannel> WithMessagesAsync(TestTenant tenant)
    {
        var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync([.. Enumerable.Range(0, 30).Select(i => TestChannel.Message($"m{i}", $"a{i}", i < 20 ? $"a refund, please {i}" : "thanks", "t"))]);
        await channel.SettledAsync("z");
        await Eventually.HoldsAsync("all messages", async () => (await channel.MessagesAsync()).Count == 31);
        return channel;
    }

    private static Task<InteractionView> CorrectAsync(TestTenant tenant, InteractionView message, string topic) =>
        tenant.Owner.PutAsync<InteractionView>($"/api/v1/interactions/{message.Id}/labels/topic", new LabelRequest(topic));

    private static Task<TopicItem> DoneAsync(TestTenant tenant, TopicItem topic) => Eventually.FindsAsync(
        "the topic to be applied", async () => await tenant.Owner.GetAsync<TopicItem>($"/api/v1/topics/{topic.Id}") is { History.State: HistoryRunState.Done } found ? found : null);

    private static async Task<long> CountedAsync(TestTenant tenant, string topic) =>
        (await tenant.Owner.GetAsync<InsightSeries>("/api/v1/insights/topics")).Total.Values.GetValueOrDefault(topic);

    private static async Task<int> ListedAsync(TestTenant tenant, string topic) =>
        (await tenant.Owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?label=topic:{topic}&limit=200")).Items.Count;

    private static IEnumerable<string> Topics(InteractionView message) => message.Labels.Where(l => l.Facet == Facets.Topic && l.Value != Facets.Unsure).Select(l => l.Value);

    private static Task<TopicItem> MakeAsync(TestTenant tenant, string name, string query) =>
        tenant.Owner.PostAsync<TopicItem>("/api/v1/topics", new TopicRequest(name, query));

    public sealed class OnSqlite(SqliteServer fixture) : TopicHistoryTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : TopicHistoryTests(fixture);
}
