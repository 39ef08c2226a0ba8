using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Conversations.Seed;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class BulkTests(ServerFixture fixture)
{
    private const string Path = "/api/v1/conversations/bulk";

    [Fact]
    public async Task Each_action_should_change_all_that_are_not_so_already_and_say_what_was_before()
    {
        var tenant = await fixture.NewTenantAsync();
        var (one, two) = (await tenant.AddAsync(Says("One", 1)), await tenant.AddAsync(Says("Two", 2)));
        var team = await tenant.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange("Night"));
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{one.Id}/priority", new PriorityRequest(ConversationPriority.High));
        var nobody = Guid.CreateVersion7();

        var priority = await RunAsync(tenant, new(BulkActionKind.Priority, "high"), one.Id, nobody, two.Id);
        await RunAsync(tenant, new(BulkActionKind.Assign, "me"), one.Id, two.Id);
        await RunAsync(tenant, new(BulkActionKind.Team, $"{team.Id}"), one.Id, two.Id);
        await RunAsync(tenant, new(BulkActionKind.AddTag, "vip"), one.Id, two.Id);
        await RunAsync(tenant, new(BulkActionKind.AddTag, "old"), one.Id, two.Id);
        await RunAsync(tenant, new(BulkActionKind.RemoveTag, "OLD"), one.Id, two.Id);
        var resolved = await RunAsync(tenant, new(BulkActionKind.Status, "resolved"), one.Id, two.Id);

        Assert.Equal([BulkOutcome.Unchanged, BulkOutcome.NotFound, BulkOutcome.Changed], priority.Items.Select(i => i.Outcome));
        Assert.Equal((ConversationPriority.Normal, 1), (priority.Items[2].Before!.Priority, priority.Changed));
        Assert.Equal(2, resolved.Changed);
        foreach (var seed in new[] { one, two })
        {
            var now = await GetAsync(tenant, seed);
            Assert.Equal((ConversationStatus.Resolved, ConversationPriority.High, "Night", tenant.Session.User!.Id), (now.Status, now.Priority, now.Team!.Name, now.Assignee!.Id));
            Assert.Equal(["vip"], now.Tags);
        }
    }

    [Fact]
    public async Task What_was_done_should_be_taken_back_unless_it_was_changed_since()
    {
        var tenant = await fixture.NewTenantAsync();
        var (one, two) = (await tenant.AddAsync(Says("One", 1)), await tenant.AddAsync(Says("Two", 2)));
        var done = await RunAsync(tenant, new(BulkActionKind.Status, "resolved"), one.Id, two.Id);
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{two.Id}/tags", new TagsRequest(["mine"]));

        var undone = await UndoAsync(tenant, done);

        Assert.Equal([BulkOutcome.Changed, BulkOutcome.ChangedSince], undone.Items.Select(i => i.Outcome));
        Assert.Equal(ConversationStatus.Open, (await GetAsync(tenant, one)).Status);
        Assert.Equal(ConversationStatus.Resolved, (await GetAsync(tenant, two)).Status);
    }

    [Fact]
    public async Task Snoozing_and_spam_should_be_taken_back_too()
    {
        var tenant = await fixture.NewTenantAsync();
        var (one, two) = (await tenant.AddAsync(Says("One", 1)), await tenant.AddAsync(Says("Two", 2)));
        var until = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

        var snoozed = await RunAsync(tenant, new(BulkActionKind.Snooze, until), one.Id, two.Id);
        Assert.Equal(ConversationStatus.Snoozed, (await GetAsync(tenant, one)).Status);
        await UndoAsync(tenant, snoozed);
        Assert.Equal((ConversationStatus.Open, null), ((await GetAsync(tenant, one)) is var woken ? (woken.Status, woken.SnoozedUntil) : default));

        var spam = await RunAsync(tenant, new(BulkActionKind.Spam), one.Id, two.Id);
        Assert.Equal(2, (await tenant.Owner.GetAsync<Page<BlockedAuthor>>("/api/v1/blocked-authors")).Items.Count);
        Assert.Equal(2, (await UndoAsync(tenant, spam)).Changed);
        Assert.Equal((ConversationStatus.Open, false), ((await GetAsync(tenant, two)) is var back ? (back.Status, back.Customer.Blocked) : default));
    }

    [Fact]
    public async Task Filter_should_choose_all_that_it_shows()
    {
        var tenant = await fixture.NewTenantAsync();
        for (var i = 0; i < 60; i++)
        {
            await tenant.AddAsync(Says($"Message {i}", i));
        }

        var kept = await tenant.AddAsync(new SeedConversation { Messages = [Says("Done", 1)], Status = ConversationStatus.Resolved });
        var result = await tenant.Owner.PostAsync<BulkResult>(Path, new BulkRequest(new(BulkActionKind.AddTag, "all"), Filter: new ViewFilters(Status: "open")));

        Assert.Equal((60, false), (result.Changed, result.More));
        Assert.Empty((await GetAsync(tenant, kept)).Tags);
        Assert.Equal(60, (await tenant.Owner.GetAsync<ConversationCounts>("/api/v1/conversations/counts?tag=all")).Open);
    }

    [Fact]
    public async Task Many_at_the_same_time_should_all_be_done()
    {
        var tenant = await fixture.NewTenantAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            ids.Add((await tenant.AddAsync(Says($"Message {i}", i))).Id);
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            RunAsync(tenant, new(BulkActionKind.AddTag, $"tag{i}"), [.. i % 2 == 0 ? ids : ids.AsEnumerable().Reverse()])));

        var all = (await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations?limit=200")).Items;
        Assert.All(all, c => Assert.Equal(6, c.Tags.Count));
    }

    [Fact]
    public async Task What_cannot_be_read_should_be_named_and_viewers_refused()
    {
        var tenant = await fixture.NewTenantAsync();
        var seed = await tenant.AddAsync(Says("One", 1));
        var (_, viewer) = await tenant.MemberAsync(Role.Viewer);
        BulkActionRequest[] wrong = [new(BulkActionKind.Status, "snoozed"), new(BulkActionKind.Assign, "x"), new(BulkActionKind.Team, $"{Guid.NewGuid()}"), new(BulkActionKind.AddTag, ""), new(BulkActionKind.Snooze, "2001-01-01")];
        foreach (var action in wrong)
        {
            var problem = await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, new BulkRequest(action, [seed.Id]), HttpStatusCode.BadRequest);
            Assert.Equal(["action.value"], problem.Errors!.Keys);
        }

        var many = Enumerable.Range(0, 201).Select(_ => Guid.NewGuid()).ToList();
        await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, new BulkRequest(new(BulkActionKind.Spam), many), HttpStatusCode.BadRequest);
        await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, new BulkRequest(new(BulkActionKind.Spam)), HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Post, Path, new BulkRequest(new(BulkActionKind.Spam), [seed.Id])));
    }

    private static Task<BulkResult> RunAsync(TestTenant tenant, BulkActionRequest action, params Guid[] ids) =>
        tenant.Owner.PostAsync<BulkResult>(Path, new BulkRequest(action, ids));

    private static Task<BulkResult> UndoAsync(TestTenant tenant, BulkResult done) => tenant.Owner.PostAsync<BulkResult>(
        Path + "/undo", new UndoRequest([.. done.Items.Where(i => i.Before is not null).Select(i => new UndoItem(i.Id, i.Version!.Value, i.Before!))]));

    private static Task<ConversationDetail> GetAsync(TestTenant tenant, SeedConversation seed) =>
        tenant.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{seed.Id}");

    public sealed class OnSqlite(SqliteServer fixture) : BulkTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : BulkTests(fixture);
}
