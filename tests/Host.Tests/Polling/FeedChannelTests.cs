using System.Net;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Polling;

public abstract class FeedChannelTests(ServerFixture fixture)
{
    [Fact]
    public async Task New_feed_should_be_read_at_once_and_asked_again_without_bringing_anything_twice()
    {
        await using var site = await FeedSite.StartAsync("one", "two");
        await using var scene = await FeedScene.OpenAsync(fixture, site);

        var first = await scene.ArrivedAsync("one");
        Assert.Equal("About one\n\nWords of one", first.Text);
        await scene.ArrivedAsync("two");
        var shown = await scene.ShowsAsync("a good state", c => c.Status == ChannelStatus.Ok);
        Assert.True(shown is { CanPoll: true, CanReceive: false, Health: { ConsecutiveErrors: 0, LastError: null, Polling: false, CursorAt: not null, NextPollAt: { } next } } && next > shown.Health.LastPollAt!.Value.AddMinutes(55));

        await scene.PolledAsync();
        Assert.Equal(["", "\""], site.Requests.Select(r => r.Length > 0 ? r[..1] : r));
        Assert.Equal((2, 1), ((await scene.MessagesAsync()).Count, await scene.CountAsync("raw_events")));
    }

    [Fact]
    public async Task Edited_item_should_change_its_message_and_one_that_left_the_feed_should_stay()
    {
        await using var site = await FeedSite.StartAsync("one", "two");
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await scene.ArrivedAsync("two");

        site.Publish("one", "Words of one, corrected");
        site.TakeAway("two");
        site.Publish("three");
        await scene.PolledAsync();

        await scene.ArrivedAsync("three");
        await scene.ArrivedAsync("one", m => m.Text!.EndsWith("corrected", StringComparison.Ordinal));
        Assert.Equal(["one", "three", "two"], (await scene.MessagesAsync()).Select(m => m.ExternalId).Order());
        Assert.All(await scene.MessagesAsync(), m => Assert.Null(m.DeletedAt));
    }

    [Fact]
    public async Task Long_feed_should_come_in_batches_that_each_stand_for_their_cursor()
    {
        await using var site = await FeedSite.StartAsync([.. Enumerable.Range(0, 1100).Select(i => $"item-{i}")]);
        await using var scene = await FeedScene.OpenAsync(fixture, site);

        await Eventually.HoldsAsync("all items", async () => await scene.CountAsync("message_registry") == 1100, TimeSpan.FromSeconds(60));
        await scene.ShowsAsync("the end", c => c.Health is { Polling: false, LastSuccessAt: not null });
        Assert.Equal((3, 3L), (site.Requests.Count, await scene.CountAsync("raw_events")));
    }

    [Fact]
    public async Task Failure_should_be_shown_with_its_reason_wait_as_asked_and_pass_with_the_next_success()
    {
        await using var site = await FeedSite.StartAsync("one");
        site.Faults.Enqueue((503, 900));
        await using var scene = await FeedScene.OpenAsync(fixture, site);

        var failing = await scene.ShowsAsync("the failure", c => c.Status == ChannelStatus.Failing);
        Assert.Contains("503", failing.StatusReason!, StringComparison.Ordinal);
        Assert.Equal(1, failing.Health!.ConsecutiveErrors);
        Assert.InRange(failing.Health.BackOffUntil!.Value - failing.Health.LastPollAt!.Value, TimeSpan.FromSeconds(899), TimeSpan.FromSeconds(901));

        await scene.PolledAsync();
        await scene.ArrivedAsync("one");
        var well = await scene.ShowsAsync("a good state", c => c.Status == ChannelStatus.Ok);
        Assert.True(well.Health is { ConsecutiveErrors: 0, LastError: null, BackOffUntil: null });
    }

    [Fact]
    public async Task Rate_limit_should_be_obeyed_without_counting_as_a_failure()
    {
        await using var site = await FeedSite.StartAsync("one");
        site.Faults.Enqueue((429, 1200));
        await using var scene = await FeedScene.OpenAsync(fixture, site);

        var waiting = await scene.ShowsAsync("the wait", c => c.Health!.BackOffUntil is not null);
        Assert.Equal((ChannelStatus.Waiting, 0), (waiting.Status, waiting.Health!.ConsecutiveErrors));
        Assert.InRange(waiting.Health.NextPollAt!.Value - waiting.Health.LastPollAt!.Value, TimeSpan.FromSeconds(1199), TimeSpan.FromSeconds(1201));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(410)]
    public async Task Channel_should_stop_where_only_a_person_can_help_and_start_again_when_one_asks(int status)
    {
        await using var site = await FeedSite.StartAsync("one");
        site.Faults.Enqueue((status, 0));
        await using var scene = await FeedScene.OpenAsync(fixture, site);

        var stopped = await scene.ShowsAsync("the stop", c => c.Status == ChannelStatus.Stopped);
        Assert.Contains($"({status})", stopped.StatusReason!, StringComparison.Ordinal);
        Assert.True(stopped.Health is { StoppedAt: not null, NextPollAt: null });
        var told = Assert.Single((await scene.Platform.GetAsync<Page<NotificationItem>>("/api/v1/notifications")).Items);
        Assert.Equal((NotificationKind.ChannelStopped, scene.Channel, 1), (told.Kind, told.TargetId, told.Count));

        await scene.PollAsync();
        await scene.ArrivedAsync("one");
        Assert.True((await scene.ShowsAsync("a good state", c => c.Status == ChannelStatus.Ok)).Health is { StoppedAt: null });
    }

    [Fact]
    public async Task Connection_test_should_read_the_feed_and_change_nothing()
    {
        await using var site = await FeedSite.StartAsync("one", "two");
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await scene.ArrivedAsync("one");

        var good = await scene.Owner.PostAsync<ChannelCheckResult>($"/api/v1/channels/{scene.Channel}/check");
        Assert.True(good.Ok, good.Message);
        Assert.Contains("\"Forum\" with 2 items", good.Message, StringComparison.Ordinal);
        site.Faults.Enqueue((404, 0));
        var bad = await scene.Owner.PostAsync<ChannelCheckResult>($"/api/v1/channels/{scene.Channel}/check");
        Assert.False(bad.Ok);
        Assert.Contains("404", bad.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await scene.Owner.GetAsync<ChannelItem>($"/api/v1/channels/{scene.Channel}")).Health!.ConsecutiveErrors);
    }

    [Fact]
    public async Task Poll_should_be_refused_to_strangers_to_those_who_may_not_and_where_nothing_is_polled()
    {
        await using var site = await FeedSite.StartAsync("one");
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        var path = $"/api/v1/channels/{scene.Channel}/poll";
        var stranger = await scene.Server.NewTenantAsync(scene.Platform);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Owner.StatusAsync(HttpMethod.Post, path));
        await scene.ArrivedAsync("one");

        using var webhook = await TestChannel.CreateAsync(stranger.Owner);
        Assert.Equal("cannot-poll", (await stranger.Owner.ProblemAsync(HttpMethod.Post, $"/api/v1/channels/{webhook.Id}/poll", null, HttpStatusCode.Conflict)).Slug);
        var own = await FeedScene.CreateAsync(stranger.Owner, site);
        Assert.Equal(HttpStatusCode.Forbidden, await (await stranger.KeyAsync(Role.Agent)).StatusAsync(HttpMethod.Post, $"/api/v1/channels/{own}/poll"));
        await stranger.Owner.PutAsync<ChannelItem>($"/api/v1/channels/{own}", new { name = "Forum", enabled = false });
        Assert.Equal("channel-disabled", (await stranger.Owner.ProblemAsync(HttpMethod.Post, $"/api/v1/channels/{own}/poll", null, HttpStatusCode.Conflict)).Slug);
    }

    public sealed class OnSqlite(SqliteServer fixture) : FeedChannelTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : FeedChannelTests(fixture);
}
