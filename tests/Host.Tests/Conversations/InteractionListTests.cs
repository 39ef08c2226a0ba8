using System.Net;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class InteractionListTests(ServerFixture fixture)
{
    [Fact]
    public async Task Pages_should_have_neither_gaps_nor_repeats()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync([.. Enumerable.Range(0, 11).Select(i => Says($"Message {i}", i / 3))]);

        var found = await tenant.Owner.AllAsync<InteractionView>("/api/v1/interactions", 3);

        Assert.Equal(seed.Messages.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Select(m => m.Id), found.Select(m => m.Id));
    }

    [Fact]
    public async Task Filters_should_narrow_the_list()
    {
        var tenant = await fixture.NewTenantAsync();
        var one = await tenant.AddAsync(
            Says("Kaputt!", 1, (Facets.Type, "complaint"), (Facets.Sentiment, "negative"), (Facets.Language, "de"), (Facets.Topic, "quality")),
            Answers("Sorry", 2));
        var two = await tenant.AddAsync(Says("Well?", 3, (Facets.Type, "unsure"), (Facets.Topic, "price"), (Facets.Topic, "quality")));
        var (broken, sorry, well) = (one.Messages[0], one.Messages[1], two.Messages[0]);

        await FindsAsync(tenant, "", well, sorry, broken);
        await FindsAsync(tenant, "label=type:complaint", broken);
        await FindsAsync(tenant, "label=type:unsure", well);
        await FindsAsync(tenant, "label=type:question");
        await FindsAsync(tenant, "label=language:de", broken);
        await FindsAsync(tenant, "label=topic:quality", well, broken);
        await FindsAsync(tenant, "label=topic:quality&label=sentiment:negative", broken);
        await FindsAsync(tenant, "direction=outbound", sorry);
        await FindsAsync(tenant, $"conversation={one.Id}", sorry, broken);
        await FindsAsync(tenant, $"channel={two.ChannelId}", well);
        await FindsAsync(tenant, $"customer={two.CustomerId}", well);
        await FindsAsync(tenant, $"customer={Guid.NewGuid()}");
    }

    [Fact]
    public async Task Messages_with_a_topic_should_be_found_wherever_they_lie()
    {
        var tenant = await fixture.NewTenantAsync();
        int[] minutes = [-2_600_000, -40_000, -39_999, -100, 0, 1, 2, 14, 15, 16, 500];
        var seed = await tenant.AddAsync([
            .. minutes.Select(m => Says($"Minute {m}", m, (Facets.Topic, "quality"), (Facets.Type, m % 2 == 0 ? "question" : "complaint"))),
            Says("Taken down", 3, (Facets.Topic, "quality")) with { Deleted = true },
            Says("Of another", 4, (Facets.Topic, "price"))]);
        var all = seed.Messages.Take(minutes.Length).OrderByDescending(m => m.At).ToList();

        Assert.Equal(all.Select(m => m.Text), await TextsAsync(tenant, "label=topic:quality&deleted=false"));
        Assert.Equal(
            all.Where(m => m.At >= At(-39_999) && m.At < At(15) && m.Labels[Facets.Type] == "complaint").Select(m => m.Text),
            await TextsAsync(tenant, $"label=type:complaint&label=topic:quality&deleted=false&from={At(-39_999):O}&to={At(15):O}"));
        Assert.Empty(await TextsAsync(tenant, "label=topic:nothing&deleted=false"));
    }

    [Theory]
    [InlineData("label=type", "label")]
    [InlineData("label=type:nonsense", "label")]
    [InlineData("label=mood:good", "label")]
    [InlineData("label=language:german", "label")]
    [InlineData("label=topic:", "label")]
    [InlineData("label=topic:%00", "label")]
    [InlineData("direction=up", "direction")]
    [InlineData("channel=x", "channel")]
    public async Task Filter_that_cannot_be_read_should_be_named(string query, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Get, $"/api/v1/interactions?{query}", null, HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Message_should_show_author_and_labels_and_no_text_once_taken_down()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello?", 1, (Facets.Type, "question")), Says("Gone", 2) with { Deleted = true });

        var shown = await tenant.Owner.GetAsync<InteractionView>($"/api/v1/interactions/{seed.Messages[0].Id}");
        var gone = await tenant.Owner.GetAsync<InteractionView>($"/api/v1/interactions/{seed.Messages[1].Id}");

        Assert.Equal(new InteractionAuthor(seed.IdentityId, "Ann", "ann"), shown.Author);
        Assert.Equal(("Hello?", seed.CustomerId, At(1)), (shown.Text, shown.CustomerId, shown.OccurredAt));
        var label = Assert.Single(shown.Labels);
        Assert.Equal((Facets.Type, "question", 0.8, null), (label.Facet, label.Value, label.Confidence, label.CorrectedBy));
        Assert.Null(gone.Text);
        Assert.Equal(At(2), gone.DeletedAt);
    }

    [Fact]
    public async Task Timeline_should_merge_messages_notes_and_events_without_gaps_or_repeats()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync([.. Enumerable.Range(0, 5).Select(i => Says($"Message {i}", i))]);
        var path = $"/api/v1/conversations/{seed.Id}";
        for (var i = 0; i < 3; i++)
        {
            await tenant.Owner.PostAsync<NoteView>($"{path}/notes", new NoteRequest($"Note {i}"));
            await tenant.Owner.PutAsync<ConversationDetail>($"{path}/status", new StatusRequest(i % 2 == 0 ? ConversationStatus.Waiting : ConversationStatus.Open));
        }

        var all = await tenant.Owner.AllAsync<TimelineEntry>($"{path}/timeline", 2);

        Assert.Equal((5, 3, 4), (Count(all, TimelineEntryType.Interaction), Count(all, TimelineEntryType.Note), Count(all, TimelineEntryType.Event)));
        Assert.Equal(12, all.Select(e => e.Interaction?.Id ?? e.Note?.Id ?? e.Event!.Id).Distinct().Count());
        Assert.Equal(all.Select(e => e.At).OrderDescending(), all.Select(e => e.At));
    }

    private static int Count(List<TimelineEntry> entries, TimelineEntryType type) => entries.Count(e => e.Type == type);

    private static async Task<IEnumerable<string?>> TextsAsync(TestTenant tenant, string query) =>
        (await tenant.Owner.AllAsync<InteractionView>($"/api/v1/interactions?{query}", 3)).Select(m => m.Text);

    private static async Task FindsAsync(TestTenant tenant, string query, params SeedMessage[] expected) =>
        Assert.Equal(
            expected.Select(m => m.Text),
            (await tenant.Owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?{query}")).Items.Select(m => m.Text));

    public sealed class OnSqlite(SqliteServer fixture) : InteractionListTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : InteractionListTests(fixture);
}
