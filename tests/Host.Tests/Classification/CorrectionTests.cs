using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Classification;

public abstract class CorrectionTests(ServerFixture fixture)
{
    [Fact]
    public async Task Correction_should_change_the_label_and_the_relationship()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Great, broken again", 1, (Facets.Type, "compliment"), (Facets.Sentiment, "positive")));

        await CorrectAsync(tenant.Owner, seed, Facets.Sentiment, "negative");
        var message = await CorrectAsync(tenant.Owner, seed, Facets.Type, "question");

        var sentiment = Assert.Single(message.Labels, l => l.Facet == Facets.Sentiment);
        Assert.Equal(("negative", 1, tenant.Session.User!.Id), (sentiment.Value, sentiment.Confidence, sentiment.CorrectedBy!.Id));
        Assert.Null(sentiment.Explanation);
        var relationship = (await tenant.Owner.GetAsync<CustomerView>($"/api/v1/customers/{seed.CustomerId}")).Relationship;
        Assert.Equal((-1, Owing.Us), (relationship.Sentiment.Recent!.Value, relationship.Owes));
        Assert.Equal(seed.Messages[0].Id, Assert.Single(relationship.OpenQuestions).InteractionId);
    }

    [Fact]
    public async Task Correction_should_be_kept_with_what_the_machine_had_said()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hm", 1, (Facets.Type, "other")));

        await CorrectAsync(tenant.Owner, seed, Facets.Type, "question");
        await CorrectAsync(tenant.Owner, seed, Facets.Type, "question");

        await using var scope = tenant.Server.Scope();
        var db = Database(scope, tenant);
        var kept = Assert.Single(await db.Set<Correction>().ToListAsync());
        Assert.Equal(("type", "question", "other", "model-1"), (kept.Facet, kept.Value, kept.PreviousValue, kept.ModelVersion));
        Assert.Equal(tenant.Session.User!.Id, kept.AuthorId);
    }

    [Fact]
    public async Task Corrected_topic_should_take_the_place_of_all_topics()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hm", 1, (Facets.Topic, "price"), (Facets.Topic, "quality")));

        var message = await CorrectAsync(tenant.Owner, seed, Facets.Topic, "delivery");

        Assert.Equal(["delivery"], message.Labels.Select(l => l.Value));
    }

    [Theory]
    [InlineData("type", "unsure", "value")]
    [InlineData("type", "nonsense", "value")]
    [InlineData("language", "xx", "value")]
    [InlineData("mood", "good", "facet")]
    public async Task Label_that_cannot_be_set_should_be_named(string facet, string value, string field)
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hm", 1));

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Put, Path(seed, facet), new LabelRequest(value), HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Messages_of_ours_and_messages_taken_down_should_have_no_labels_to_correct()
    {
        var tenant = await fixture.NewTenantAsync();
        var ours = await tenant.AddAsync(Answers("Hello", 1));
        var gone = await tenant.AddAsync(Says("Gone", 1) with { Deleted = true });

        await tenant.Owner.ProblemAsync(HttpMethod.Put, Path(ours, "type"), new LabelRequest("other"), HttpStatusCode.Conflict);
        await tenant.Owner.ProblemAsync(HttpMethod.Put, Path(gone, "type"), new LabelRequest("other"), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Correction_from_another_program_should_bear_its_name()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hm", 1));
        var program = await tenant.KeyAsync(Role.Agent);

        var message = await CorrectAsync(program, seed, Facets.Type, "other");

        Assert.Equal(nameof(Role.Agent), Assert.Single(message.Labels, l => l.Facet == Facets.Type).CorrectedBy!.Name);
    }

    private static string Path(SeedConversation seed, string facet) => $"/api/v1/interactions/{seed.Messages[0].Id}/labels/{facet}";

    private static Task<InteractionView> CorrectAsync(ApiClient client, SeedConversation seed, string facet, string value) =>
        client.PutAsync<InteractionView>(Path(seed, facet), new LabelRequest(value));

    private static CrmDbContext Database(AsyncServiceScope scope, TestTenant tenant)
    {
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        return db;
    }

    public sealed class OnSqlite(SqliteServer fixture) : CorrectionTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : CorrectionTests(fixture);
}
