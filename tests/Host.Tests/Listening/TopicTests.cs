using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Listening;

public abstract class TopicTests(ServerFixture fixture)
{
    [Fact]
    public async Task Matching_message_should_carry_the_topic_and_say_why()
    {
        var tenant = await fixture.NewTenantAsync();
        var stranger = await fixture.NewTenantAsync();
        await Make(tenant, "Late delivery", "deliver* AND (late OR \"not arrived\")");
        await Make(stranger, "Strangers", "delivery");
        using var channel = await TestChannel.CreateAsync(tenant.Owner);

        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "The delivery is LATE again"), TestChannel.Message("2", "bob", "All is fine"));

        var late = await channel.ArrivedAsync("1");
        var topic = Assert.Single(late.Labels, l => l.Facet == Facets.Topic && l.Value == "late-delivery");
        Assert.Equal((1, "“delivery” · “LATE”"), (topic.Confidence, topic.Explanation));
        Assert.DoesNotContain(late.Labels, l => l.Value == "strangers");
        Assert.DoesNotContain((await channel.ArrivedAsync("2")).Labels, l => l.Value == "late-delivery");
        var found = await tenant.Owner.GetAsync<Page<InteractionView>>("/api/v1/interactions?label=topic:late-delivery");
        Assert.Equal(["1"], found.Items.Select(m => m.ExternalId));
    }

    [Fact]
    public async Task Topics_should_follow_an_edit_and_a_changed_query()
    {
        var tenant = await fixture.NewTenantAsync();
        var topic = await Make(tenant, "Battery", "battery");
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "The battery died"));
        await channel.ArrivedAsync("1", m => m.Labels.Any(l => l.Value == "battery"));

        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "The screen died", revision: 2, type: "edited"));
        await channel.ArrivedAsync("1", m => m.Revision == 2 && m.Labels.All(l => l.Value != "battery"));

        await tenant.Owner.PutAsync<TopicItem>($"/api/v1/topics/{topic.Id}", new TopicRequest("Battery", "screen"));
        await channel.AcceptedAsync(TestChannel.Message("2", "ann", "The screen again"));
        await channel.ArrivedAsync("2", m => m.Labels.Any(l => l.Value == "battery"));
    }

    [Fact]
    public async Task Preview_should_count_and_show_what_would_have_matched_here_and_nowhere_else()
    {
        var tenant = await fixture.NewTenantAsync();
        var stranger = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync([.. Enumerable.Range(0, 25).Select(i => TestChannel.Message($"{i}", $"a{i}", i < 22 ? $"a refund, please {i}" : "thanks"))]);
        await channel.SettledAsync("z");
        await Eventually.HoldsAsync("all messages", async () => (await channel.MessagesAsync()).Count == 26);

        var preview = await tenant.Owner.PostAsync<TopicPreview>("/api/v1/topics/preview", new TopicPreviewRequest("refund"));
        var none = await stranger.Owner.PostAsync<TopicPreview>("/api/v1/topics/preview", new TopicPreviewRequest("refund"));

        Assert.Equal((22, 26, true, 20), (preview.Count, preview.Scanned, preview.Complete, preview.Items.Count));
        Assert.All(preview.Items, m => Assert.Equal("refund", m.Text.Substring(m.Matches[0].Start, m.Matches[0].Length)));
        Assert.Equal((0, 0), (none.Count, none.Scanned));
    }

    [Fact]
    public async Task Topic_should_be_made_changed_and_deleted_and_keep_its_key()
    {
        var tenant = await fixture.NewTenantAsync();
        var topic = await tenant.Owner.PostAsync<TopicItem>(
            "/api/v1/topics", """{"name":"Globex","query":"globex","competitor":true,"color":"#ff0000"}""");
        var path = $"/api/v1/topics/{topic.Id}";

        Assert.Equal(("globex", TopicKind.Competitor, true), (topic.Key, topic.Kind, topic.Competitor));
        var changed = await tenant.Owner.PutAsync<TopicItem>(path, """{"name":"Globex Inc","query":"globex OR @globex","enabled":false}""");
        Assert.Equal(("globex", "Globex Inc", false, TopicKind.Competitor), (changed.Key, changed.Name, changed.Enabled, changed.Kind));
        Assert.Equal(changed, await tenant.Owner.GetAsync<TopicItem>(path));
        var again = await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/topics", """{"name":"Globex","query":"x"}""", HttpStatusCode.BadRequest);
        var renamed = await tenant.Owner.ProblemAsync(HttpMethod.Put, path, """{"name":"G","query":"x","key":"g"}""", HttpStatusCode.BadRequest);
        Assert.Equal(["key", "key"], new[] { again, renamed }.SelectMany(p => p.Errors!.Keys));

        await tenant.Owner.DeleteAsync(path);
        Assert.Empty((await tenant.Owner.GetAsync<Page<TopicItem>>("/api/v1/topics")).Items);
    }

    [Fact]
    public async Task Query_that_cannot_be_read_should_be_refused_with_the_place()
    {
        var tenant = await fixture.NewTenantAsync();

        foreach (var path in new[] { "/api/v1/topics", "/api/v1/topics/preview" })
        {
            var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, path, """{"name":"x","query":"a AND (b"}""", HttpStatusCode.BadRequest);
            Assert.Contains("character 7", Assert.Single(problem.Errors!["query"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Topic_of_another_tenant_should_not_be_there_and_agents_should_only_read()
    {
        var tenant = await fixture.NewTenantAsync();
        var topic = await Make(tenant, "Ours", "ours");
        var other = (await fixture.NewTenantAsync()).Owner;
        var (_, agent) = await tenant.MemberAsync(Role.Agent);
        var path = $"/api/v1/topics/{topic.Id}";

        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(HttpMethod.Put, path, new TopicRequest("x", "x")));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(HttpMethod.Delete, path));
        Assert.Empty((await other.GetAsync<Page<TopicItem>>("/api/v1/topics")).Items);
        Assert.Equal("ours", (await agent.GetAsync<TopicItem>(path)).Key);
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Post, "/api/v1/topics", new TopicRequest("x", "x")));
    }

    private static Task<TopicItem> Make(TestTenant tenant, string name, string query) =>
        tenant.Owner.PostAsync<TopicItem>("/api/v1/topics", new TopicRequest(name, query));

    public sealed class OnSqlite(SqliteServer fixture) : TopicTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : TopicTests(fixture);
}
