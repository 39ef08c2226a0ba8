using System.Net;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Host.Tests.Ingestion.Imports;

namespace SocialCrm.Host.Tests.Analytics;

public abstract class OpenConversationTests(ServerFixture fixture)
{
    private const string Period = "from=2020-03-30&to=2020-04-05";

    [Fact]
    public async Task Imported_history_should_have_been_open_while_it_was_and_each_number_should_lead_to_its_conversations()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var import = await TestImport.CreateAsync(tenant.Owner);

        await import.RunAsync(
            $"""
            {TestImport.Row("1", thread: "a", at: "2020-04-01T10:00:00Z")}
            {TestImport.Row("2", thread: "a", direction: "outbound", inReplyTo: "1", at: "2020-04-03T10:00:00Z")}
            {TestImport.Row("3", thread: "b", author: "bob", at: "2020-04-02T10:00:00Z")}
            {TestImport.Row("4", thread: "b", author: "bob", at: "2020-04-04T10:00:00Z")}
            """);

        var open = await CountedAsync(tenant, o => o.Total.Most == 2);
        Assert.Equal([0, 0, 1, 2, 1, 0, 0], open.Items.Select(i => i.Open));
        Assert.Equal([0, 0, 1, 2, 1, 0, 0], open.Items.Select(i => i.WaitingForUs));
        Assert.Equal(0, open.Previous.Total.Open);
        foreach (var (point, next) in open.Items.Zip(open.Items.Skip(1).Select(i => i.At).Append(open.To)))
        {
            var behind = await ListAsync(tenant, $"open-conversations/conversations?at={next:O}");
            Assert.Equal(point.Open, behind.Items.Count);
        }

        var slowest = await ListAsync(tenant, $"response-time/conversations?{Period}&first=true");
        Assert.Equal([2 * 24 * 3600], slowest.Items.Select(i => i.Seconds));
        Assert.Equal("ann", slowest.Items[0].Conversation.Customer.Name);
        Assert.Equal(0, (await CountedAsync(other, _ => true)).Total.Most);
        Assert.Empty((await ListAsync(other, "open-conversations/conversations?at=2020-04-02")).Items);
        Assert.Equal(0, (await tenant.Owner.GetAsync<Durations>($"/api/v1/insights/resolution-time?{Period}")).Total.Count);
    }

    [Fact]
    public async Task Conversation_should_count_until_it_is_resolved_and_its_time_from_the_first_message()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        var asked = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-3);
        await channel.AcceptedAsync(
            TestChannel.Message("1", "ann", "Where is it?", "t", at: asked), TestChannel.Message("2", "bob", "Hello?", "u", at: asked.AddHours(1)));
        var message = await channel.ArrivedAsync("1");
        await channel.ArrivedAsync("2");
        await Eventually.HoldsAsync("both to be open", async () => (await NowAsync(tenant)).Total is { Open: 2, WaitingForUs: 2 });
        var unanswered = await ListAsync(tenant, "open-conversations/conversations?turn=ours&limit=1");
        Assert.Equal(message.ConversationId, Assert.Single(unanswered.Items).Conversation.Id);
        Assert.InRange(unanswered.Items[0].Seconds, 3 * 3600, (3 * 3600) + 600);
        var next = await ListAsync(tenant, $"open-conversations/conversations?turn=ours&limit=1&after={unanswered.Next}");
        Assert.Equal("bob", Assert.Single(next.Items).Conversation.Customer.Name);

        await StatusAsync(tenant, message.ConversationId, ConversationStatus.Resolved);
        await Eventually.HoldsAsync("one to be open", async () => (await NowAsync(tenant)).Total.Open == 1);
        var times = await ResolutionAsync(tenant);
        Assert.Equal(1, times.Total.Count);
        Assert.InRange(times.Total.MedianSeconds!.Value, 3 * 3600, (3 * 3600) + 600);
        var resolved = await ListAsync(tenant, "resolution-time/conversations");
        Assert.Equal(message.ConversationId, Assert.Single(resolved.Items).Conversation.Id);

        await StatusAsync(tenant, message.ConversationId, ConversationStatus.Open);
        await Eventually.HoldsAsync("the resolution to be taken back", async () => (await ResolutionAsync(tenant)).Total.Count == 0);
        await StatusAsync(tenant, message.ConversationId, ConversationStatus.Resolved);
        await channel.AcceptedAsync(TestChannel.Message("3", "ann", "And again!", "t"));
        await Eventually.HoldsAsync("another episode", async () => (await NowAsync(tenant)).Total.Open == 2 && (await ResolutionAsync(tenant)).Total.Count == 1);
    }

    [Fact]
    public async Task Noise_that_a_rule_set_aside_should_have_been_open_only_from_when_it_came_back()
    {
        var tenant = await fixture.NewTenantAsync();
        await tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest("Noise", [new RuleCondition(ConditionOn.Text, ["giveaway"])], [new RuleAction(RuleActionKind.SetAside)]));
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await channel.AcceptedAsync(
            TestChannel.Message("1", "ann", "Giveaway!", "t", at: now.AddHours(-4)), TestChannel.Message("2", "ann", "Giveaway! Now!", "t", at: now.AddHours(-3)));
        var noise = (await channel.ArrivedAsync("2")).ConversationId;

        var aside = Assert.Single((await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{noise}/timeline")).Items, e => e.Event?.Kind == TimelineEventKind.SetAside);
        Assert.Equal(("Noise", "rule", null), (aside.Event!.From, aside.Event.To, aside.Event.Actor));
        await channel.AcceptedAsync(TestChannel.Message("3", "ann", "Where is my parcel?", "t"));
        await Eventually.HoldsAsync("it to be open", async () => (await NowAsync(tenant)).Total is { Open: 1 });

        foreach (var hours in new[] { 4.0, 3.5, 3, 2, 1 })
        {
            Assert.Empty((await ListAsync(tenant, $"open-conversations/conversations?at={now.AddHours(-hours).AddSeconds(1):O}")).Items);
        }

        Assert.Equal(noise, Assert.Single((await ListAsync(tenant, "open-conversations/conversations")).Items).Conversation.Id);
        await channel.AcceptedAsync(TestChannel.Message("4", "bob", "Giveaway!", "u"));
        await channel.ArrivedAsync("4");
        await channel.AcceptedAsync(TestChannel.Message("5", "bob", "Giveaway!", "u"), TestChannel.Message("6", "bob", "Hello?", "u"));
        await Eventually.HoldsAsync("both to be open", async () => (await NowAsync(tenant)).Total is { Open: 2 });
    }

    [Theory]
    [InlineData("open-conversations?topic=x", "topic")]
    [InlineData("resolution-time?topic=x", "topic")]
    [InlineData("resolution-time?from=soon", "from")]
    [InlineData("open-conversations/conversations?at=soon", "at")]
    [InlineData("open-conversations/conversations?turn=mine", "turn")]
    [InlineData("open-conversations/conversations?at=2026-01-01&timeZone=Mars", "timeZone")]
    [InlineData("response-time/conversations?limit=0", "limit")]
    [InlineData("resolution-time/conversations?after=x", "after")]
    public async Task Question_that_cannot_be_answered_should_be_named(string query, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Get, $"/api/v1/insights/{query}", null, HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    private static Task<OpenConversations> CountedAsync(TestTenant tenant, Func<OpenConversations, bool> how) => Eventually.FindsAsync(
        "the counts", async () => await tenant.Owner.GetAsync<OpenConversations>($"/api/v1/insights/open-conversations?{Period}") is var found && how(found) ? found : null);

    private static Task<OpenConversations> NowAsync(TestTenant tenant) => tenant.Owner.GetAsync<OpenConversations>("/api/v1/insights/open-conversations");

    private static Task<Durations> ResolutionAsync(TestTenant tenant) => tenant.Owner.GetAsync<Durations>("/api/v1/insights/resolution-time");

    private static Task<Page<TimedConversation>> ListAsync(TestTenant tenant, string list) => tenant.Owner.GetAsync<Page<TimedConversation>>($"/api/v1/insights/{list}");

    private static Task<ConversationDetail> StatusAsync(TestTenant tenant, Guid id, ConversationStatus status) =>
        tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{id}/status", new StatusRequest(status));

    public sealed class OnSqlite(SqliteServer fixture) : OpenConversationTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : OpenConversationTests(fixture);
}
