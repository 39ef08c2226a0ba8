using System.Net;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class SnoozeTests(ServerFixture fixture)
{
    [Fact]
    public async Task Snoozed_conversation_should_leave_the_open_ones_and_wake_once_when_its_time_comes()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Later, please", 1));
        var until = TimeProvider.System.GetUtcNow().AddSeconds(2);

        var snoozed = await SnoozeAsync(tenant.Owner, seed, until);

        Assert.Equal((ConversationStatus.Snoozed, until.UtcDateTime), (snoozed.Status, snoozed.SnoozedUntil!.Value), new WithinAMillisecond());
        await Eventually.HoldsAsync("the conversation to wake", async () => (await GetAsync(tenant, seed)).Status == ConversationStatus.Open);
        Assert.True(TimeProvider.System.GetUtcNow() >= until.AddMilliseconds(-50), "It woke before its time.");
        Assert.Null((await GetAsync(tenant, seed)).SnoozedUntil);
        var woken = Assert.Single(await EventsAsync(tenant, seed), e => e.Kind == TimelineEventKind.Woken);
        Assert.Equal(("time", "open", null), (woken.From, woken.To, woken.Actor));
    }

    [Fact]
    public async Task Snoozed_conversations_should_have_a_filter_of_their_own()
    {
        var tenant = await fixture.NewTenantAsync();
        var (seed, other) = (await tenant.AddAsync(Says("Later", 1)), await tenant.AddAsync(Says("Now", 2)));

        await SnoozeAsync(tenant.Owner, seed, TimeProvider.System.GetUtcNow().AddHours(1));

        Assert.Equal([other.Id], await ListAsync(tenant, "status=open"));
        Assert.Equal([seed.Id], await ListAsync(tenant, "status=snoozed"));
        var counts = await tenant.Owner.GetAsync<ConversationCounts>("/api/v1/conversations/counts");
        Assert.Equal(new ConversationCounts(1, 0, 1, 0, 0), counts);
    }

    [Fact]
    public async Task New_message_should_wake_a_snoozed_conversation_at_once()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "hello", thread: "t"));
        var id = (await channel.ArrivedAsync("1")).ConversationId;
        await tenant.Owner.PostAsync<ConversationDetail>($"/api/v1/conversations/{id}/snooze", new SnoozeRequest(TimeProvider.System.GetUtcNow().AddDays(1)));

        await channel.AcceptedAsync(TestChannel.Message("2", "ann", "are you there?", thread: "t"));
        await channel.ArrivedAsync("2");

        var woken = await tenant.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{id}");
        Assert.Equal((ConversationStatus.Open, null), (woken.Status, woken.SnoozedUntil));
        var timeline = await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{id}/timeline");
        Assert.Equal("message", Assert.Single(timeline.Items, e => e.Event?.Kind == TimelineEventKind.Woken).Event!.From);
    }

    [Fact]
    public async Task Conversation_should_be_woken_by_hand_and_forget_its_time()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Later", 1));
        await SnoozeAsync(tenant.Owner, seed, TimeProvider.System.GetUtcNow().AddHours(1));

        var woken = await tenant.Owner.PostAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/unsnooze");
        await tenant.Owner.PostAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/unsnooze");

        Assert.Equal((ConversationStatus.Open, null), (woken.Status, woken.SnoozedUntil));
        Assert.Single(await EventsAsync(tenant, seed), e => e.Kind == TimelineEventKind.Woken);
    }

    [Fact]
    public async Task What_fell_due_while_the_server_was_down_should_wake_when_it_is_there_again()
    {
        await using var database = await fixture.NewDatabaseAsync();
        string path;
        string email;
        await using (var first = await RealServer.StartAsync(database))
        {
            var tenant = await first.NewTenantAsync(await first.SetUpAsync());
            email = tenant.Session.User!.Email;
            var seed = await tenant.AddAsync(Says("Later", 1));
            path = $"/api/v1/conversations/{seed.Id}";
            await SnoozeAsync(tenant.Owner, seed, TimeProvider.System.GetUtcNow().AddSeconds(1));
        }

        await using var second = await RealServer.StartAsync(database);
        var owner = await second.SignInAsync(email);
        await Eventually.HoldsAsync("the conversation to wake", async () => (await owner.GetAsync<ConversationDetail>(path)).Status == ConversationStatus.Open);
    }

    [Fact]
    public async Task Time_should_be_to_come_and_at_most_a_year_away()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Later", 1));
        foreach (var until in new[] { TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddDays(400) })
        {
            var problem = await tenant.Owner.ProblemAsync(
                HttpMethod.Post, $"/api/v1/conversations/{seed.Id}/snooze", new SnoozeRequest(until), HttpStatusCode.BadRequest);
            Assert.Equal(["until"], problem.Errors!.Keys);
        }

        await tenant.Owner.ProblemAsync(
            HttpMethod.Put, $"/api/v1/conversations/{seed.Id}/status", """{"status":"snoozed"}""", HttpStatusCode.BadRequest);
    }

    private static Task<ConversationDetail> SnoozeAsync(ApiClient client, SeedConversation seed, DateTimeOffset until) =>
        client.PostAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/snooze", new SnoozeRequest(until));

    private static Task<ConversationDetail> GetAsync(TestTenant tenant, SeedConversation seed) =>
        tenant.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}");

    private static async Task<List<Guid>> ListAsync(TestTenant tenant, string query) =>
        [.. (await tenant.Owner.GetAsync<Page<ConversationItem>>($"/api/v1/conversations?{query}")).Items.Select(c => c.Id)];

    private static async Task<List<TimelineEvent>> EventsAsync(TestTenant tenant, SeedConversation seed) =>
        [.. (await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{seed.Id}/timeline")).Items.Select(e => e.Event).OfType<TimelineEvent>()];

    // PostgreSQL keeps microseconds.
    private sealed class WithinAMillisecond : IEqualityComparer<(ConversationStatus Status, DateTime Until)>
    {
        public bool Equals((ConversationStatus Status, DateTime Until) x, (ConversationStatus Status, DateTime Until) y) =>
            x.Status == y.Status && (x.Until - y.Until).Duration() < TimeSpan.FromMilliseconds(1);

        public int GetHashCode((ConversationStatus Status, DateTime Until) value) => value.Status.GetHashCode();
    }

    public sealed class OnSqlite(SqliteServer fixture) : SnoozeTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SnoozeTests(fixture);
}
