using System.Net;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion;

public abstract class PipelineTests(ServerFixture fixture)
{
    [Fact]
    public async Task Message_should_become_a_classified_interaction_of_a_customer_in_a_conversation_of_the_default_team()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Message("m", "ann", "My parcel never came and nobody answers. Terrible service!"));
        var message = await channel.ArrivedAsync("m");
        var type = Assert.Single(message.Labels, l => l.Facet == "type");
        Assert.Equal("complaint", type.Value);
        Assert.InRange(type.Confidence, 0.3, 1);
        Assert.False(string.IsNullOrEmpty(type.Explanation));
        Assert.Equal("negative", Assert.Single(message.Labels, l => l.Facet == "sentiment").Value);

        var conversation = await channel.Owner.GetAsync<ConversationItem>($"/api/v1/conversations/{message.ConversationId}");
        Assert.Equal((ConversationStatus.Open, "Everyone"), (conversation.Status, conversation.Team!.Name));
        var customer = await channel.Owner.GetAsync<CustomerView>($"/api/v1/customers/{message.CustomerId}");
        Assert.Equal("ann", Assert.Single(customer.Identities).ExternalId);
        Assert.Equal(1, customer.Relationship.Inbound);
    }

    [Fact]
    public async Task Messages_without_a_thread_should_join_the_open_conversation_and_after_it_was_resolved_begin_a_new_one()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "hello"));
        await channel.AcceptedAsync(TestChannel.Message("2", "ann", "anyone there?"));
        await channel.AcceptedAsync(TestChannel.Message("3", "bob", "hi"));
        var (first, second, other) = (await channel.ArrivedAsync("1"), await channel.ArrivedAsync("2"), await channel.ArrivedAsync("3"));
        Assert.Equal(first.ConversationId, second.ConversationId);
        Assert.NotEqual(first.ConversationId, other.ConversationId);

        await ResolveAsync(channel, first.ConversationId);
        await channel.AcceptedAsync(TestChannel.Message("4", "ann", "one more thing"));
        Assert.NotEqual(first.ConversationId, (await channel.ArrivedAsync("4")).ConversationId);
    }

    [Fact]
    public async Task Thread_should_be_one_conversation_and_open_again_when_the_customer_writes_again()
    {
        using var channel = await ChannelAsync();
        await channel.AcceptedAsync(TestChannel.Message("1", "ann", "hello", thread: "t"));
        await channel.AcceptedAsync(TestChannel.Message("2", "ann", "elsewhere", thread: "u"));
        var (first, elsewhere) = (await channel.ArrivedAsync("1"), await channel.ArrivedAsync("2"));
        Assert.NotEqual(first.ConversationId, elsewhere.ConversationId);

        await ResolveAsync(channel, first.ConversationId);
        await channel.AcceptedAsync(TestChannel.Message("3", "ann", "still broken", thread: "t"));
        Assert.Equal(first.ConversationId, (await channel.ArrivedAsync("3")).ConversationId);
        var conversation = await channel.Owner.GetAsync<ConversationItem>($"/api/v1/conversations/{first.ConversationId}");
        Assert.Equal(ConversationStatus.Open, conversation.Status);
        var timeline = await channel.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{first.ConversationId}/timeline");
        Assert.Contains(timeline.Items, e => e.Event?.Kind == TimelineEventKind.Reopened);
    }

    [Fact]
    public async Task Messages_of_many_authors_should_be_applied_once_each_and_counted_for_their_author()
    {
        using var channel = await ChannelAsync();
        var messages = Enumerable.Range(0, 190).Select(i => TestChannel.Message($"m{i}", $"author{i % 19}", $"message {i}")).ToArray();
        await Task.WhenAll(channel.AcceptedAsync(messages), channel.AcceptedAsync(messages));
        await Eventually.HoldsAsync("all messages", async () => (await channel.MessagesAsync()).Count == messages.Length);
        var customers = await channel.Owner.GetAsync<Page<CustomerView>>("/api/v1/customers?limit=200");
        Assert.Equal(19, customers.Items.Count);
        Assert.All(customers.Items, c => Assert.Equal(10, c.Relationship.Inbound));
    }

    [Fact]
    public async Task Same_ids_in_two_tenants_should_never_meet()
    {
        using var mine = await ChannelAsync();
        using var theirs = await ChannelAsync();
        await mine.AcceptedAsync(TestChannel.Message("m", "ann", "mine"));
        await theirs.AcceptedAsync(TestChannel.Message("m", "ann", "theirs"));
        var message = await mine.ArrivedAsync("m");
        Assert.Equal("mine", message.Text);
        Assert.Equal("theirs", (await theirs.ArrivedAsync("m")).Text);
        foreach (var path in new[] { $"interactions/{message.Id}", $"conversations/{message.ConversationId}", $"customers/{message.CustomerId}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await theirs.Owner.StatusAsync(HttpMethod.Get, $"/api/v1/{path}"));
        }
    }

    private static Task<ConversationItem> ResolveAsync(TestChannel channel, Guid conversation) =>
        channel.Owner.PutAsync<ConversationItem>($"/api/v1/conversations/{conversation}/status", new { status = "resolved" });

    private async Task<TestChannel> ChannelAsync() => await TestChannel.CreateAsync((await fixture.NewTenantAsync()).Owner);

    public sealed class OnSqlite(SqliteServer fixture) : PipelineTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : PipelineTests(fixture);
}
