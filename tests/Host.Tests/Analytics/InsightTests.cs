using System.Net;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Engagement;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Analytics;

public abstract class InsightTests(ServerFixture fixture)
{
    [Theory]
    [InlineData("by=minute", "by")]
    [InlineData("timeZone=Mars", "timeZone")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-13-01", "to")]
    [InlineData("from=2026-03-02&to=2026-03-01", "from")]
    [InlineData("from=0001-01-01&to=0001-01-02", "to")]
    [InlineData("from=2016-01-01&to=2026-01-01&by=hour", "by")]
    [InlineData("channel=x", "channel")]
    public async Task Question_that_cannot_be_answered_should_be_named(string query, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Get, $"/api/v1/insights/volume?{query}", null, HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData("from=2016-01-01&to=2025-12-31&by=day", 3653)]
    [InlineData("from=2016-01-01&to=2025-12-31&by=week", 523)]
    [InlineData("from=2026-03-29&to=2026-03-29&by=hour&timeZone=Europe/Berlin", 23)]
    [InlineData("from=2026-10-25&to=2026-10-25&by=hour&timeZone=Europe/Berlin", 25)]
    [InlineData("from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&by=hour", 24)]
    public async Task Empty_points_should_be_there(string query, int points)
    {
        var tenant = await fixture.NewTenantAsync();

        foreach (var insight in (string[])["volume", "sentiment", "types", "topics", "share-of-voice"])
        {
            var series = await tenant.Owner.GetAsync<InsightSeries>($"/api/v1/insights/{insight}?{query}");
            Assert.Equal(points, series.Items.Count);
            Assert.Equal(series.From, series.Items[0].At);
            Assert.Equal(series.From, series.Previous.To);
            Assert.Equal(0, series.Total.Count);
        }

        Assert.Equal(points, (await tenant.Owner.GetAsync<Durations>($"/api/v1/insights/response-time?{query}")).Items.Count);
    }

    [Fact]
    public async Task Period_before_should_stand_beside_and_each_number_lead_to_its_messages()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(
            TestChannel.Message("old", "ann", "Terrible, it broke.", at: Utc(2, 20)),
            TestChannel.Message("new", "ann", "I love it, thank you!", at: Utc(3, 5)),
            TestChannel.Message("late", "bob", "Thank you, it is wonderful!", at: Utc(3, 8)));
        await channel.ArrivedAsync("late");
        const string March = "from=2026-03-01&to=2026-03-10";

        var sentiment = await tenant.Owner.GetAsync<InsightSeries>($"/api/v1/insights/sentiment?{March}&channel={channel.Id}");

        Assert.Equal((2, 1), (sentiment.Total.Values["positive"], sentiment.Previous.Total.Values["negative"]));
        Assert.Equal(1, sentiment.Items[4].Values["positive"]);
        var behind = await tenant.Owner.GetAsync<Page<InteractionView>>(
            $"/api/v1/interactions?from={sentiment.Items[4].At:O}&to={sentiment.Items[5].At:O}&label=sentiment:positive&direction=inbound&deleted=false");
        Assert.Equal(["new"], behind.Items.Select(m => m.ExternalId));
        Assert.Equal(0, (await other.Owner.GetAsync<InsightSeries>($"/api/v1/insights/volume?{March}")).Total.Count);
        Assert.Equal(0, (await other.Owner.GetAsync<InsightSeries>($"/api/v1/insights/volume?{March}&channel={channel.Id}")).Total.Count);
    }

    [Fact]
    public async Task Customer_should_wait_from_the_first_unanswered_message_until_the_answer()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        await using var callback = await CallbackReceiver.StartAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner, new { callbackUrl = callback.Address });
        var asked = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2);
        await channel.AcceptedAsync(
            TestChannel.Message("first", "ann", "Where is it?", "t", at: asked), TestChannel.Message("again", "ann", "Hello?", "t", at: asked.AddHours(1)));
        var message = await channel.ArrivedAsync("again");
        await tenant.Owner.PostAsync<InteractionView>($"/api/v1/conversations/{message.ConversationId}/replies", new ReplyRequest("On its way."));
        await tenant.Owner.PostAsync<InteractionView>($"/api/v1/conversations/{message.ConversationId}/replies", new ReplyRequest("One more thing."));

        var times = await Eventually.FindsAsync("the answer to be reckoned", async () => await TimesAsync(tenant) is { Total.Count: > 0 } found ? found : null);

        Assert.Equal(1, times.Total.Count);
        Assert.InRange(times.Total.MedianSeconds!.Value, 7199, 7260);
        Assert.Equal(times.Total.MedianSeconds, times.Total.P90Seconds);
        Assert.Equal(times.Total.MedianSeconds, times.Items.Last(i => i.Count > 0).MedianSeconds);
        Assert.Equal(0, (await TimesAsync(other)).Total.Count);

        await channel.AcceptedAsync(TestChannel.Deletion("first", "ann"));
        await Eventually.HoldsAsync("the wait to begin later", async () => (await TimesAsync(tenant)).Total.MedianSeconds < 3700);
    }

    [Fact]
    public void Answers_should_be_those_that_end_a_wait()
    {
        var conversation = Guid.NewGuid();
        ConversationTurn Turn(MessageDirection direction, int second) =>
            new(conversation, Guid.NewGuid(), Guid.Empty, direction, DateTime.UnixEpoch.AddSeconds(second));
        ConversationTurn[] turns =
        [
            Turn(MessageDirection.Outbound, 1), Turn(MessageDirection.Inbound, 5), Turn(MessageDirection.Inbound, 9), Turn(MessageDirection.Outbound, 15),
            Turn(MessageDirection.Outbound, 20), Turn(MessageDirection.Inbound, 30), Turn(MessageDirection.Outbound, 33), Turn(MessageDirection.Inbound, 40),
        ];

        var past = new ConversationPast(conversation, Guid.Empty, ConversationStatus.Open, DateTime.UnixEpoch, null) { Turns = turns };

        var responses = ConversationCourse.Of(Guid.NewGuid(), past).Responses;

        Assert.Equal([10, 3], responses.Select(r => r.Seconds));
        Assert.Equal([true, false], responses.Select(r => r.IsFirst));
    }

    private static Task<Durations> TimesAsync(TestTenant tenant) => tenant.Owner.GetAsync<Durations>("/api/v1/insights/response-time");

    private static DateTime Utc(int month, int day) => new(2026, month, day, 10, 20, 0, DateTimeKind.Utc);

    public sealed class OnSqlite(SqliteServer fixture) : InsightTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : InsightTests(fixture);
}
