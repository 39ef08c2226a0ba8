using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Conversations;

public abstract class SpamTests(ServerFixture fixture)
{
    [Fact]
    public async Task Blocked_author_should_be_kept_and_heard_by_nobody_until_unblocked()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "spammer", "Buy now", thread: "a"), TestChannel.Message("2", "ann", "Hello"));
        await RuleAsync(tenant, new RuleAction(RuleActionKind.Assign, $"{tenant.Session.User!.Id}"));
        var spam = await ConversationAsync(channel, "1");

        var marked = await tenant.Owner.PostAsync<ConversationDetail>($"/api/v1/conversations/{spam.Id}/spam");
        await channel.AcceptedAsync(TestChannel.Message("3", "spammer", "Buy more", thread: "a"), TestChannel.Message("4", "spammer", "Buy it all", thread: "b"));
        var (same, other) = (await ConversationAsync(channel, "3"), await ConversationAsync(channel, "4"));

        Assert.Equal((ConversationStatus.Spam, true, false), (marked.Status, marked.Customer.Blocked, marked.AwaitingReply));
        Assert.Equal((spam.Id, ConversationStatus.Spam, 2), (same.Id, same.Status, same.MessageCount));
        Assert.Equal((ConversationStatus.Spam, null), (other.Status, other.Assignee));
        Assert.Equal(["2"], await ListAsync(tenant, channel, ""));
        Assert.Equal(2, (await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations?status=spam")).Items.Count);

        await tenant.Owner.PostAsync<ConversationDetail>($"/api/v1/conversations/{other.Id}/not-spam");

        Assert.Equal(ConversationStatus.Open, (await ConversationAsync(channel, "3")).Status);
        Assert.Equal((ConversationStatus.Open, false), ((await ConversationAsync(channel, "4")) is var back ? (back.Status, back.Customer.Blocked) : default));
        var audit = (await tenant.Owner.GetAsync<Page<AuditItem>>("/api/v1/audit")).Items.Select(e => e.Action).ToList();
        Assert.Contains("author.blocked", audit);
        Assert.Contains("author.unblocked", audit);
    }

    [Fact]
    public async Task Unblocking_should_give_back_what_was_resolved_as_resolved()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "One", thread: "a"), TestChannel.Message("2", "ann", "Two", thread: "b"));
        var (done, busy) = (await ConversationAsync(channel, "1"), await ConversationAsync(channel, "2"));
        await tenant.Owner.PutAsync<ConversationDetail>($"/api/v1/conversations/{done.Id}/status", new StatusRequest(ConversationStatus.Resolved));
        await tenant.Owner.PostAsync<ConversationDetail>($"/api/v1/conversations/{busy.Id}/spam");
        var blocked = Assert.Single((await tenant.Owner.GetAsync<Page<BlockedAuthor>>("/api/v1/blocked-authors")).Items);
        Assert.Equal(("ann", 2, tenant.Session.User!.Id), (blocked.Name, blocked.Conversations, blocked.BlockedBy!.Id));
        await tenant.Owner.ProblemAsync(HttpMethod.Put, $"/api/v1/conversations/{busy.Id}/status", """{"status":"open"}""", HttpStatusCode.Conflict);

        await tenant.Owner.DeleteAsync($"/api/v1/blocked-authors/{blocked.Id}");

        Assert.Equal(ConversationStatus.Resolved, (await ConversationAsync(channel, "1")).Status);
        Assert.Equal(ConversationStatus.Open, (await ConversationAsync(channel, "2")).Status);
        Assert.Empty((await tenant.Owner.GetAsync<Page<BlockedAuthor>>("/api/v1/blocked-authors")).Items);
    }

    [Fact]
    public async Task Messages_that_come_while_an_author_is_blocked_should_fall_on_one_side_or_the_other()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("0", "spammer", "First", thread: "t0"));
        var first = await ConversationAsync(channel, "0");

        await Task.WhenAll([
            .. Enumerable.Range(1, 20).Select(i => channel.AcceptedAsync(TestChannel.Message($"{i}", "spammer", "More", thread: $"t{i}"))),
            tenant.Owner.PostAsync<ConversationDetail>($"/api/v1/conversations/{first.Id}/spam")]);
        await Eventually.HoldsAsync("21 messages", async () => (await channel.MessagesAsync()).Count == 21);

        Assert.Empty(await ListAsync(tenant, channel, ""));
        Assert.Equal(21, (await tenant.Owner.GetAsync<Page<ConversationItem>>("/api/v1/conversations?status=spam&limit=200")).Items.Count);
    }

    [Fact]
    public async Task Noise_should_be_set_aside_by_a_rule_and_come_back_with_a_message_that_is_none()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        var rule = new RuleRequest("Noise", [new RuleCondition(ConditionOn.Text, ["giveaway"])], [new RuleAction(RuleActionKind.SetAside)]);
        await tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", rule);

        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "Giveaway!", thread: "t"), TestChannel.Message("2", "bob", "Giveaway!"), TestChannel.Message("3", "bob", "Sorry, where is my parcel?"));

        Assert.Equal(ConversationStatus.Spam, (await ConversationAsync(channel, "1")).Status);
        Assert.Equal(ConversationStatus.Open, (await ConversationAsync(channel, "3")).Status);
        await channel.AcceptedAsync(TestChannel.Message("4", "ann", "I have a question", thread: "t"));
        Assert.Equal(ConversationStatus.Open, (await ConversationAsync(channel, "4")).Status);
        var wrong = rule with { Actions = [new RuleAction(RuleActionKind.SetAside, "x")] };
        await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/rules", wrong, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Viewer_should_not_block_anybody()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "One"));
        var conversation = await ConversationAsync(channel, "1");
        var (_, viewer) = await tenant.MemberAsync(Role.Viewer);

        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation.Id}/spam"));
    }

    private static Task<RuleItem> RuleAsync(TestTenant tenant, RuleAction action) =>
        tenant.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest("All", [], [action]));

    private static async Task<ConversationDetail> ConversationAsync(TestChannel channel, string externalId)
    {
        var message = await channel.ArrivedAsync(externalId);
        return await channel.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{message.ConversationId}");
    }

    /// <summary>The messages in whose conversations the list shows.</summary>
    private static async Task<List<string>> ListAsync(TestTenant tenant, TestChannel channel, string query)
    {
        var shown = (await tenant.Owner.GetAsync<Page<ConversationItem>>($"/api/v1/conversations?limit=200{query}")).Items.Select(c => c.Id).ToHashSet();
        return [.. (await channel.MessagesAsync()).Where(m => shown.Contains(m.ConversationId)).Select(m => m.ExternalId!)];
    }

    public sealed class OnSqlite(SqliteServer fixture) : SpamTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SpamTests(fixture);
}
