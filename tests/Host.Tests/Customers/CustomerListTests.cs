using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Customers;

public abstract class CustomerListTests(ServerFixture fixture)
{
    [Fact]
    public async Task Pages_should_have_neither_gaps_nor_repeats()
    {
        var tenant = await fixture.NewTenantAsync();
        var seeds = new List<SeedConversation>();
        for (var i = 0; i < 7; i++)
        {
            seeds.Add(await tenant.AddAsync(Says($"Message {i}", i)));
        }

        var found = await tenant.Owner.AllAsync<CustomerView>("/api/v1/customers", 2, () => tenant.AddAsync(Says("New", 100)));

        Assert.Equal(seeds.Select(s => s.CustomerId).OrderDescending(), found.Select(c => c.Id));
    }

    [Fact]
    public async Task Customer_should_be_the_sum_of_their_accounts()
    {
        var tenant = await fixture.NewTenantAsync();
        var first = await tenant.AddAsync(Says("Great", 1, (Facets.Sentiment, "positive")), Answers("Thanks", 2));
        var second = await tenant.AddAsync(new SeedConversation
        {
            CustomerId = first.CustomerId,
            Author = "Ann Elsewhere",
            Messages = [Says("When?", 3, (Facets.Type, "question"), (Facets.Sentiment, "negative"))],
        });

        var customer = await tenant.Owner.GetAsync<CustomerView>($"/api/v1/customers/{first.CustomerId}");

        Assert.Equal(new[] { first.IdentityId, second.IdentityId }.Order(), customer.Identities.Select(i => i.Id).Order());
        var relationship = customer.Relationship;
        Assert.Equal((2, 1, At(1), At(3)), (relationship.Inbound, relationship.Outbound, relationship.FirstContactAt, relationship.LastContactAt));
        Assert.Equal(3, relationship.ByKind["comment"]);
        Assert.Equal([new OpenQuestion(second.Messages[0].Id, second.Id, At(3))], relationship.OpenQuestions);
        Assert.Equal((Owing.Us, SentimentTrend.Steady), (relationship.Owes, relationship.Sentiment.Trend));
        Assert.InRange(relationship.Sentiment.Recent!.Value, -0.01, 0.01);
    }

    [Fact]
    public async Task Timeline_should_span_all_conversations_of_all_accounts()
    {
        var tenant = await fixture.NewTenantAsync();
        var first = await tenant.AddAsync(Says("One", 1), Says("Three", 3));
        await tenant.AddAsync(new SeedConversation { CustomerId = first.CustomerId, Messages = [Says("Two", 2), Says("Four", 4)] });
        await tenant.AddAsync(Says("Of somebody else", 5));
        await tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{first.Id}/notes", new NoteRequest("A note"));

        var all = await tenant.Owner.AllAsync<TimelineEntry>($"/api/v1/customers/{first.CustomerId}/timeline", 2);

        Assert.Equal(["Four", "Three", "Two", "One"], all.Select(e => e.Interaction?.Text).OfType<string>());
        Assert.Equal("A note", Assert.Single(all, e => e.Type == TimelineEntryType.Note).Note!.Text);
        Assert.Equal(2, all.Count(e => e.Event?.Kind == TimelineEventKind.Opened));
    }

    public sealed class OnSqlite(SqliteServer fixture) : CustomerListTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : CustomerListTests(fixture);
}
