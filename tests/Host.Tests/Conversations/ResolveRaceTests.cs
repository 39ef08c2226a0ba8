using System.Net;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class ResolveRaceTests(ServerFixture fixture)
{
    [Fact]
    public async Task Resolving_should_be_refused_when_the_customer_wrote_after_what_the_person_saw()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("First", 1), Says("Second", 2), Answers("Ours", 3));
        var path = $"/api/v1/conversations/{seed.Id}";

        var old = new StatusRequest(ConversationStatus.Resolved, seed.Messages[0].Id);
        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Put, $"{path}/status", old, HttpStatusCode.Conflict);

        Assert.Equal("urn:socialcrm:problem:wrote-since", problem.Type);
        Assert.Equal(ConversationStatus.Open, (await tenant.Owner.GetAsync<ConversationDetail>(path)).Status);
        var seen = new StatusRequest(ConversationStatus.Resolved, seed.Messages[1].Id);
        Assert.Equal(ConversationStatus.Resolved, (await tenant.Owner.PutAsync<ConversationDetail>($"{path}/status", seen)).Status);
    }

    [Fact]
    public async Task Message_of_another_conversation_should_not_count_as_seen()
    {
        var tenant = await fixture.NewTenantAsync();
        var (seed, other) = (await tenant.AddAsync(Says("Here", 1)), await tenant.AddAsync(Says("There", 2)));

        var request = new StatusRequest(ConversationStatus.Resolved, other.Messages[0].Id);
        var problem = await tenant.Owner.ProblemAsync(HttpMethod.Put, $"/api/v1/conversations/{seed.Id}/status", request, HttpStatusCode.BadRequest);

        Assert.Equal(["seen"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Several_should_be_resolved_but_for_those_in_which_the_customer_wrote_since_they_were_seen()
    {
        var tenant = await fixture.NewTenantAsync();
        var (read, unread, unnamed) = (await tenant.AddAsync(Says("One", 1)), await tenant.AddAsync(Says("Two", 1), Says("And then", 3)), await tenant.AddAsync(Says("Three", 3)));
        var request = new BulkRequest(
            new(BulkActionKind.Status, "resolved"), [read.Id, unread.Id, unnamed.Id], Seen: [new(read.Id, read.Messages[0].Id), new(unread.Id, unread.Messages[0].Id)]);

        var done = await tenant.Owner.PostAsync<BulkResult>("/api/v1/conversations/bulk", request);

        Assert.Equal([BulkOutcome.Changed, BulkOutcome.WroteSince, BulkOutcome.Changed], done.Items.Select(i => i.Outcome));
        Assert.Equal((2, 1), (done.Changed, done.WroteSince));
        var left = (await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations?status=open")).Items.Single();
        Assert.Equal((unread.Id, unread.Messages[1].Id), (left.Id, left.LastInboundId!.Value));

        var now = request with { Ids = [unread.Id], Seen = [new(unread.Id, unread.Messages[1].Id)] };
        Assert.Equal((1, 0), ((await tenant.Owner.PostAsync<BulkResult>("/api/v1/conversations/bulk", now)) is var r ? (r.Changed, r.WroteSince) : default));
    }

    [Fact]
    public async Task All_that_a_filter_shows_should_be_resolved_but_for_those_in_which_the_customer_wrote_since_then()
    {
        var tenant = await fixture.NewTenantAsync();
        await tenant.AddAsync(Says("One", 1), Answers("Ours", 5));
        var unread = await tenant.AddAsync(Says("Two", 1), Says("And then", 3));

        var request = new BulkRequest(new(BulkActionKind.Status, "resolved"), Filter: new ViewFilters(Status: "open"), SeenAt: At(2));
        var done = await tenant.Owner.PostAsync<BulkResult>("/api/v1/conversations/bulk", request);

        Assert.Equal((1, 1), (done.Changed, done.WroteSince));
        Assert.Equal(unread.Id, Assert.Single(done.Items, i => i.Outcome == BulkOutcome.WroteSince).Id);
    }

    [Fact]
    public async Task Message_of_another_conversation_should_not_count_as_seen_of_several()
    {
        var tenant = await fixture.NewTenantAsync();
        var (seed, other) = (await tenant.AddAsync(Says("Here", 1)), await tenant.AddAsync(Says("There", 2)));

        foreach (var seen in new SeenMessage[][] { [new(seed.Id, other.Messages[0].Id)], [new(seed.Id, seed.Messages[0].Id), new(seed.Id, seed.Messages[0].Id)] })
        {
            var request = new BulkRequest(new(BulkActionKind.Status, "resolved"), [seed.Id], Seen: seen);
            var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/conversations/bulk", request, HttpStatusCode.BadRequest);
            Assert.Equal(["seen"], problem.Errors!.Keys);
        }
    }

    public sealed class OnSqlite(SqliteServer fixture) : ResolveRaceTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ResolveRaceTests(fixture);
}
