using System.Net;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Host.Tests.Polling;

namespace SocialCrm.Host.Tests.Ingestion;

public abstract class HeldUpTests(ServerFixture fixture)
{
    [Fact]
    public async Task Admin_should_see_why_senders_of_a_channel_must_wait_while_another_channel_goes_on()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database, host => host.StandsStill(highWater: 6));
        var owner = (await server.NewTenantAsync(await server.SetUpAsync())).Owner;
        using var flooded = await TestChannel.CreateAsync(owner);
        using var beside = await TestChannel.CreateAsync(owner);
        Assert.Equal(ChannelStatus.Ok, (await StateAsync(owner, flooded)).Status);
        await flooded.AcceptedAsync([.. Enumerable.Range(0, 6).Select(i => TestChannel.Message($"m{i}", "ann", "hello"))]);
        await beside.AcceptedAsync(TestChannel.Message("one", "ben", "hello"));

        using (var refused = await flooded.PostAsync(TestChannel.Message("later", "ann", "hello")))
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, "5"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        }

        await beside.AcceptedAsync(TestChannel.Message("two", "ben", "hello"));
        var busy = await StateAsync(owner, flooded);
        Assert.Equal(ChannelStatus.Busy, busy.Status);
        Assert.Contains("faster than they can be processed", busy.StatusReason, StringComparison.Ordinal);
        Assert.Equal(
            [(flooded.Id, ChannelStatus.Busy), (beside.Id, ChannelStatus.Ok)],
            (await owner.GetAsync<Page<ChannelItem>>("/api/v1/channels")).Items.Select(c => (c.Id, c.Status)));
    }

    [Fact]
    public async Task Request_that_is_not_genuine_should_learn_nothing_of_how_busy_the_server_is()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database, host => host.StandsStill(highWater: 1));
        using var channel = await TestChannel.CreateAsync((await server.NewTenantAsync(await server.SetUpAsync())).Owner);
        await channel.AcceptedAsync(TestChannel.Message("one", "ann", "hello"));

        using var forged = await channel.PostRawAsync("{}"u8.ToArray(), secret: "whsec_bm90IHRoZSBzZWNyZXQgb2YgdGhlIGNoYW5uZWw=");

        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Fact]
    public async Task Polls_should_wait_while_too_much_of_their_channel_waits_and_go_on_by_themselves()
    {
        await using var site = await FeedSite.StartAsync("one", "two");
        await using var scene = await FeedScene.OpenAsync(fixture, site, host => host.StandsStill(highWater: 2));
        await scene.ShowsAsync("the first poll", c => c.Health is { Polling: false, LastPollAt: not null });
        site.Publish("three");

        var asked = TimeProvider.System.GetUtcNow().UtcDateTime;
        await scene.PollAsync();
        var busy = await scene.ShowsAsync("the wait", c => c is { Status: ChannelStatus.Busy, Health: { Polling: false, NextPollAt: { } next } } && next > asked.AddSeconds(3));
        Assert.InRange(busy.Health!.NextPollAt!.Value, asked.AddSeconds(3), asked.AddSeconds(60));
        Assert.Equal((1, 0), (site.Requests.Count, busy.Health.ConsecutiveErrors));

        await scene.RestartAsync();
        await scene.ArrivedAsync("three");
        Assert.Equal(3, (await scene.MessagesAsync()).Count);
    }

    [Fact]
    public void Channel_should_count_as_held_up_for_a_while_and_its_tenant_be_told_when_that_begins_and_ends()
    {
        var clock = new Clock();
        var heldUp = new HeldUpChannels(clock);
        var (tenant, channel) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Empty(heldUp.Turned());

        heldUp.Add(tenant, channel);
        Assert.Equal([tenant], heldUp.Turned());
        clock.Pass(TimeSpan.FromSeconds(20));
        heldUp.Add(tenant, channel);
        clock.Pass(TimeSpan.FromSeconds(20));
        Assert.Empty(heldUp.Turned());
        Assert.True(heldUp.Contains(tenant, channel));
        Assert.False(heldUp.Contains(Guid.NewGuid(), channel));

        clock.Pass(TimeSpan.FromSeconds(11));
        Assert.False(heldUp.Contains(tenant, channel));
        Assert.Equal([tenant], heldUp.Turned());
        Assert.Empty(heldUp.Turned());
    }

    private static Task<ChannelItem> StateAsync(ApiClient owner, TestChannel channel) => owner.GetAsync<ChannelItem>($"/api/v1/channels/{channel.Id}");

    public sealed class OnSqlite(SqliteServer fixture) : HeldUpTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : HeldUpTests(fixture);
}
