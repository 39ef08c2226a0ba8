using System.Net;
using System.Text.Json;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Engagement;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Engagement;

public abstract class ReplyTests(ServerFixture fixture)
{
    [Fact]
    public async Task Reply_should_be_tried_again_under_one_key_until_the_other_side_takes_it()
    {
        await using var callback = await CallbackReceiver.StartAsync(500, 503);
        await using var scene = await ReplyScene.OpenAsync(fixture, callback);
        var queued = await scene.ReplyAsync("We are on it.");
        Assert.Equal(DeliveryState.Queued, queued.Delivery!.State);

        var sent = await scene.DeliveredAsync(queued.Id, DeliveryState.Sent);
        Assert.Equal(3, callback.Received.Count);
        Assert.Single(callback.Received.Select(r => r.Id).Distinct());
        Assert.All(callback.Received, r => Assert.True(r.Genuine));
        using var body = JsonDocument.Parse(callback.Received.First().Body);
        Assert.Equal("reply", body.RootElement.GetProperty("type").GetString());
        var data = body.RootElement.GetProperty("data");
        Assert.Equal(("m1", "ann", "We are on it."), (data.GetProperty("inReplyTo").GetString(), data.GetProperty("to").GetProperty("id").GetString(), data.GetProperty("text").GetString()));
        Assert.Equal((queued.Id, queued.ConversationId), (data.GetProperty("id").GetGuid(), data.GetProperty("conversation").GetGuid()));

        var conversation = await scene.Owner.GetAsync<ConversationItem>($"/api/v1/conversations/{sent.ConversationId}");
        Assert.Equal((ConversationStatus.Waiting, 2), (conversation.Status, conversation.MessageCount));
        var customer = await scene.Owner.GetAsync<CustomerView>($"/api/v1/customers/{sent.CustomerId}");
        Assert.Equal(1, customer.Relationship.Outbound);
        Assert.Empty(customer.Relationship.OpenQuestions);
    }

    [Fact]
    public async Task Refused_reply_should_say_why_open_the_conversation_again_and_go_out_when_retried()
    {
        await using var callback = await CallbackReceiver.StartAsync(403);
        await using var scene = await ReplyScene.OpenAsync(fixture, callback);
        var queued = await scene.ReplyAsync("Hello");
        var failed = await scene.DeliveredAsync(queued.Id, DeliveryState.Failed);
        Assert.False(string.IsNullOrWhiteSpace(failed.Delivery!.Reason));
        var conversation = await scene.Owner.GetAsync<ConversationItem>($"/api/v1/conversations/{failed.ConversationId}");
        Assert.Equal(ConversationStatus.Open, conversation.Status);
        var told = Assert.Single((await scene.Owner.GetAsync<Page<NotificationItem>>("/api/v1/notifications")).Items);
        Assert.Equal((NotificationKind.ReplyFailed, failed.ConversationId), (told.Kind, told.TargetId));

        await scene.Owner.PostAsync<InteractionView>($"/api/v1/conversations/{failed.ConversationId}/replies/{failed.Id}/retry");
        await scene.DeliveredAsync(queued.Id, DeliveryState.Sent);
        Assert.Single(callback.Received.Select(r => r.Id).Distinct());
        await scene.Owner.ProblemAsync(HttpMethod.Post, $"/api/v1/conversations/{failed.ConversationId}/replies/{failed.Id}/retry", null, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Replies_of_one_conversation_should_leave_in_the_order_in_which_they_were_written()
    {
        await using var callback = await CallbackReceiver.StartAsync(500);
        await using var scene = await ReplyScene.OpenAsync(fixture, callback);
        var first = await scene.ReplyAsync("first");
        var second = await scene.ReplyAsync("second");
        await scene.DeliveredAsync(second.Id, DeliveryState.Sent);
        await scene.DeliveredAsync(first.Id, DeliveryState.Sent);
        Assert.Equal(
            [first.Id, first.Id, second.Id],
            callback.Received.Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("data").GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task Reply_should_be_refused_where_the_channel_cannot_send_it_and_to_those_who_may_not_write()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await channel.AcceptedAsync(TestChannel.Message("m1", "ann", "hello"));
        var message = await channel.ArrivedAsync("m1");
        var path = $"/api/v1/conversations/{message.ConversationId}/replies";
        Assert.Equal("cannot-reply", (await tenant.Owner.ProblemAsync(HttpMethod.Post, path, new { text = "hi" }, HttpStatusCode.Conflict)).Slug);
        await tenant.Owner.ProblemAsync(HttpMethod.Post, path, new { text = " " }, HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.Forbidden, await (await tenant.KeyAsync(Role.Viewer)).StatusAsync(HttpMethod.Post, path, new { text = "hi" }));
        var stranger = await fixture.NewTenantAsync();
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Owner.StatusAsync(HttpMethod.Post, path, new { text = "hi" }));
        var timeline = await tenant.Owner.GetAsync<Page<TimelineEntry>>($"/api/v1/conversations/{message.ConversationId}/timeline");
        Assert.Single(timeline.Items, e => e.Interaction is not null);
    }

    public sealed class OnSqlite(SqliteServer fixture) : ReplyTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ReplyTests(fixture);
}
