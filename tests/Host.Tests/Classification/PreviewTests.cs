using System.Net;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Classification;

public abstract class PreviewTests(ServerFixture fixture)
{
    private const string Path = "/api/v1/classifiers/preview";

    [Fact]
    public async Task Texts_should_be_checked()
    {
        var tenant = await fixture.NewTenantAsync();

        var none = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, """{"texts":[]}""", HttpStatusCode.BadRequest);
        var many = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, new { texts = Enumerable.Repeat("x", 101) }, HttpStatusCode.BadRequest);
        var large = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, new { texts = new[] { "x", new string('x', 100_001) } }, HttpStatusCode.BadRequest);
        var empty = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, """{"texts":["x",null]}""", HttpStatusCode.BadRequest);

        Assert.Equal(["texts", "texts", "texts[1]", "texts[1]"], new[] { none, many, large, empty }.SelectMany(p => p.Errors!.Keys));
    }

    [Fact]
    public async Task Labels_should_come_with_the_words_that_led_to_them()
    {
        const string Text = "My order arrived broken and nobody answers. When do I get my money back?";
        var tenant = await fixture.NewTenantAsync();

        var request = new PreviewRequest([Text, "Thank you, great service!"]);

        // The first call of all loads the model, and on a busy machine that takes longer than a call may.
        await Eventually.HoldsAsync("the classifier", async () => await tenant.Owner.StatusAsync(HttpMethod.Post, Path, request) == HttpStatusCode.OK);
        var answer = await tenant.Owner.PostAsync<PreviewAnswer>(Path, request);

        Assert.Equal(2, answer.Items.Count);
        var sentiment = Assert.Single(answer.Items[0].Labels, l => l.Facet == Facets.Sentiment);
        Assert.Equal("negative", sentiment.Value);
        Assert.Contains("“broken”", sentiment.Explanation);
        Assert.Contains(sentiment.Evidence, e => Text.Substring(e.Start, e.Length) == "broken" && e.Weight > 0);
    }

    [Fact]
    public async Task Message_that_waits_for_labels_should_get_them_explained()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(new SeedMessage("It arrived broken. When do I get my money back?", At(1), MessageLabels.Awaited));

        var message = await Eventually.FindsAsync("the labels", async () =>
            await tenant.Owner.GetAsync<InteractionView>($"/api/v1/interactions/{seed.Messages[0].Id}") is { LabelsPending: false } labelled ? labelled : null);

        Assert.Contains(message.Labels, l => l.Explanation is not null && l.Evidence.Count > 0);
        var customer = await tenant.Owner.GetAsync<CustomerView>($"/api/v1/customers/{seed.CustomerId}");
        Assert.Equal(Owing.Us, customer.Relationship.Owes);
    }

    public sealed class OnSqlite(SqliteServer fixture) : PreviewTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : PreviewTests(fixture);
}
