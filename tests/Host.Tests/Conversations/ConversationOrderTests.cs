using System.Net;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class ConversationOrderTests(ServerFixture fixture)
{
    [Fact]
    public async Task Words_should_be_found_in_messages_and_in_names()
    {
        var tenant = await fixture.NewTenantAsync();
        var said = await tenant.AddAsync(Says("My parcel is blue", 1), Says("Hello again", 2));
        var named = await tenant.AddAsync(new SeedConversation { Author = "Parcelsus", Messages = [Says("Good day", 3)] });
        var other = await tenant.AddAsync(Says("Nothing of it", 4));

        Assert.Equal([named.Id, said.Id], await FindAsync(tenant, "q=parcel"));
        Assert.Equal([said.Id], await FindAsync(tenant, "q=%22parcel%20is%22"));
        Assert.Equal([named.Id], await FindAsync(tenant, "q=parcelsus&status=open"));
        Assert.Empty(await FindAsync(tenant, "q=parcel&status=resolved"));
        Assert.Equal([other.Id, named.Id, said.Id], await FindAsync(tenant, "q="));
        Assert.Empty(await FindAsync(await fixture.NewTenantAsync(), "q=parcel"));
    }

    [Fact]
    public async Task Priority_tag_label_and_unanswered_should_narrow_the_list()
    {
        var tenant = await fixture.NewTenantAsync();
        var urgent = await tenant.AddAsync(Says("Hello", 1, (Facets.Type, "question")), Says("Bad!", 2, (Facets.Type, "complaint"), (Facets.Language, "en")));
        var answered = await tenant.AddAsync(Says("Hi", 3, (Facets.Type, "question")), Answers("Hi!", 4));
        var done = await tenant.AddAsync(new SeedConversation { Messages = [Says("Bye", 5)], Status = ConversationStatus.Resolved });
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{urgent.Id}/priority", new PriorityRequest(ConversationPriority.Urgent));
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{urgent.Id}/tags", new TagsRequest(["vip", "it's"]));

        Assert.Equal([urgent.Id], await FindAsync(tenant, "priority=urgent"));
        Assert.Equal([urgent.Id], await FindAsync(tenant, "tag=vip"));
        Assert.Equal([urgent.Id], await FindAsync(tenant, "tag=it%27s"));
        Assert.Equal([urgent.Id], await FindAsync(tenant, "label=type:complaint&label=language:en"));
        Assert.Equal([answered.Id], await FindAsync(tenant, "label=type:question"));
        Assert.Equal([urgent.Id], await FindAsync(tenant, "unanswered=true"));
        Assert.Equal([done.Id, answered.Id], await FindAsync(tenant, "unanswered=false"));
    }

    [Fact]
    public async Task Conversation_should_be_listed_under_its_status_after_each_change()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("Hello?", 1));
        ConversationStatus[] changes = [ConversationStatus.Waiting, ConversationStatus.Resolved, ConversationStatus.Open, ConversationStatus.Resolved];
        foreach (var status in changes)
        {
            await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/status", new StatusRequest(status));

            foreach (var other in Enum.GetValues<ConversationStatus>())
            {
                var listed = await tenant.Owner.GetAsync<Page<ConversationItem>>($"/api/v1/conversations?status={other.ToString().ToLowerInvariant()}");
                Assert.Equal(other == status, listed.Items.Any(c => c.Id == seed.Id));
            }
        }
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("waiting")]
    [InlineData("priority")]
    public async Task Pages_should_have_neither_gaps_nor_repeats_in_any_order(string sort)
    {
        var tenant = await fixture.NewTenantAsync();
        var random = new Random(7);
        var seeds = new List<(SeedConversation Seed, ConversationPriority Priority)>();
        for (var i = 0; i < 9; i++)
        {
            var seed = await tenant.AddAsync(Says($"Message {i}", random.Next(3)));
            var priority = (ConversationPriority)random.Next(-1, 3);
            await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}/priority", new PriorityRequest(priority));
            seeds.Add((seed, priority));
        }

        await tenant.AddAsync(Says("Answered", 0), Answers("Yes", 1));
        var found = await tenant.Owner.AllAsync<ConversationItem>($"/api/v1/conversations?sort={sort}&status=open", 2);

        var expected = sort switch
        {
            "newest" => seeds.OrderByDescending(s => s.Seed.Messages[0].At).ThenByDescending(s => s.Seed.Id),
            "waiting" => seeds.OrderBy(s => s.Seed.Messages[0].At).ThenBy(s => s.Seed.Id),
            _ => seeds.OrderByDescending(s => s.Priority).ThenByDescending(s => s.Seed.Messages[0].At).ThenByDescending(s => s.Seed.Id),
        };
        Assert.Equal(expected.Select(s => s.Seed.Id), found.Select(c => c.Id).Where(id => seeds.Exists(s => s.Seed.Id == id)));
        Assert.Equal(sort == "waiting" ? 9 : 10, found.Count);
    }

    [Theory]
    [InlineData("sort=oldest", "sort")]
    [InlineData("priority=huge", "priority")]
    [InlineData("label=type:nonsense", "label")]
    public async Task Filter_that_cannot_be_read_should_be_named(string query, string field)
    {
        var tenant = await fixture.NewTenantAsync();

        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Get, $"/api/v1/conversations?{query}", null, HttpStatusCode.BadRequest);

        Assert.Equal([field], problem.Errors!.Keys);
    }

    private static async Task<List<Guid>> FindAsync(TestTenant tenant, string query) =>
        [.. (await tenant.Owner.GetAsync<Page<ConversationItem>>($"/api/v1/conversations?{query}")).Items.Select(c => c.Id)];

    public sealed class OnSqlite(SqliteServer fixture) : ConversationOrderTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ConversationOrderTests(fixture);
}
