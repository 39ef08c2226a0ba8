using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Polling;

public abstract class PollLeaseTests(ServerFixture fixture)
{
    [Fact]
    public async Task Run_that_lost_its_lease_should_write_nothing()
    {
        await using var site = await FeedSite.StartAsync("one");
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        site.Hold = request => request == 1 ? gate.Task : Task.CompletedTask;
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await Eventually.HoldsAsync("the request", () => Task.FromResult(site.Requests.Count == 1));

        // As if the node had been away for so long that another took the channel.
        await scene.ChangeRowAsync("epoch = epoch + 1, due_at = '2100-01-01 00:00:00', leased_until = NULL");
        gate.SetResult();

        await Eventually.HoldsAsync("the loss", async () =>
            (await scene.Server.Anonymous().Http.GetStringAsync("/metrics")).Contains("socialcrm_polls_lost_total 1\n", StringComparison.Ordinal));
        Assert.Equal((0L, 0L), (await scene.CountAsync("raw_events"), await scene.CountAsync("message_registry")));
        Assert.Null((await scene.ShowsAsync("the channel", _ => true)).Health!.LastPollAt);

        await scene.PollAsync();
        await scene.ArrivedAsync("one");
    }

    [Fact]
    public async Task Channel_of_a_node_that_died_should_be_taken_over_where_its_cursor_stands()
    {
        await using var site = await FeedSite.StartAsync("one");
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await scene.ArrivedAsync("one");
        await scene.ShowsAsync("the end of the poll", c => c.Health is { Polling: false });

        // As a node leaves it that was killed while it polled: held, by nobody.
        await scene.ChangeRowAsync("epoch = epoch + 1, lease_owner = 'dead', due_at = '2000-01-01 00:00:00', leased_until = '2100-01-01 00:00:00'");
        site.Publish("two");
        await scene.RestartAsync();
        Assert.Empty(await scene.Server.Services.GetRequiredService<PollLeases>().TakeAsync(8, CancellationToken.None));
        Assert.True((await scene.Owner.GetAsync<ChannelItem>($"/api/v1/channels/{scene.Channel}")).Health!.Polling);
        Assert.Single(site.Requests);

        await scene.ChangeRowAsync("leased_until = '2000-01-01 00:00:00'");
        await Eventually.HoldsAsync("the take-over", async () => await scene.CountAsync("message_registry") == 2);
        Assert.Equal(2, site.Requests.Count);
        Assert.NotEqual("", site.Requests.Last());
    }

    [Fact]
    public async Task Server_that_stops_between_two_batches_should_go_on_behind_the_first()
    {
        await using var site = await FeedSite.StartAsync([.. Enumerable.Range(0, 600).Select(i => $"item-{i}")]);
        site.Hold = request => request == 2 ? Task.Delay(Timeout.Infinite) : Task.CompletedTask;
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await Eventually.HoldsAsync("the second request", () => Task.FromResult(site.Requests.Count == 2));

        await scene.RestartAsync();

        await Eventually.HoldsAsync("all items", async () => await scene.CountAsync("message_registry") == 600);
        Assert.Equal((3, 2L, 600L), (site.Requests.Count, await scene.CountAsync("raw_events"), await scene.CountAsync("interactions")));
    }

    [Fact]
    public async Task Due_channel_should_be_handed_to_one_of_many_who_ask_at_once()
    {
        await using var site = await FeedSite.StartAsync("one");
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await scene.ArrivedAsync("one");
        await scene.ShowsAsync("the end of the poll", c => c.Health is { Polling: false });
        var services = scene.Server.Services;
        await scene.ChangeRowAsync("stopped_at = '2000-01-01 00:00:00'");
        var leases = Enumerable.Range(0, 8).Select(_ => new PollLeases(services.GetRequiredService<ICrmDatabase>())).ToList();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var takers = leases.ConvertAll(l => Task.Run(async () =>
        {
            await start.Task;
            return await l.TakeAsync(8, CancellationToken.None);
        }));
        await scene.ChangeRowAsync("stopped_at = NULL, due_at = '2000-01-01 00:00:00'");
        start.SetResult();

        // The server itself may be the one.
        var taken = (await Task.WhenAll(takers)).SelectMany(t => t).ToList();
        Assert.InRange(taken.Count, 0, 1);
        await using var session = await services.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        Assert.Equal(2, await session.ScalarAsync<long>("SELECT epoch FROM channel_polls", SqlParameters.None, CancellationToken.None));
    }

    [Fact]
    public async Task Poll_asked_for_while_one_is_under_way_should_follow_it()
    {
        await using var site = await FeedSite.StartAsync("one");
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        site.Hold = request => request == 1 ? gate.Task : Task.CompletedTask;
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await Eventually.HoldsAsync("the request", () => Task.FromResult(site.Requests.Count == 1));

        await scene.PollAsync();
        gate.SetResult();

        await Eventually.HoldsAsync("the second poll", () => Task.FromResult(site.Requests.Count == 2));
        Assert.Equal(1, site.MostAtATime);
    }

    [Fact]
    public async Task Changed_settings_should_be_polled_at_once_from_the_beginning()
    {
        await using var site = await FeedSite.StartAsync("one");
        await using var other = await FeedSite.StartAsync("elsewhere");
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await scene.ArrivedAsync("one");

        await scene.Owner.PutAsync<ChannelItem>($"/api/v1/channels/{scene.Channel}", new { name = "Forum", enabled = true, settings = new { url = other.Address } });

        await scene.ArrivedAsync("elsewhere");
        Assert.Equal("", Assert.Single(other.Requests));
    }

    [Fact]
    public async Task Poll_should_go_by_the_settings_as_they_stand_and_not_as_the_node_remembers_them()
    {
        await using var site = await FeedSite.StartAsync("one");
        await using var other = await FeedSite.StartAsync("elsewhere");
        await using var scene = await FeedScene.OpenAsync(fixture, site);
        await scene.ArrivedAsync("one");
        await scene.ShowsAsync("the end of the poll", c => c.Health is { Polling: false });

        // As another node changes it, whose word has not come yet.
        await scene.ChangeRowAsync($"settings = replace(settings, '{site.Address}', '{other.Address}'), version = version + 1", "channels");
        await scene.ChangeRowAsync("due_at = '2000-01-01 00:00:00'");

        await scene.ArrivedAsync("elsewhere");
        Assert.Single(site.Requests);
    }

    public sealed class OnSqlite(SqliteServer fixture) : PollLeaseTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : PollLeaseTests(fixture)
    {
        private readonly PostgresServer _fixture = fixture;

        [Fact]
        public async Task Two_nodes_should_never_poll_one_channel_at_the_same_time()
        {
            await using var site = await FeedSite.StartAsync("one");
            await using var scene = await FeedScene.OpenAsync(_fixture, site);
            await scene.ArrivedAsync("one");
            await scene.StartServerAsync();

            for (var round = 0; round < 25; round++)
            {
                site.Publish($"round-{round}");
                await scene.PollAsync();
            }

            await scene.ArrivedAsync("round-24");
            await scene.ShowsAsync("the end", c => c.Health is { Polling: false });
            Assert.Equal(1, site.MostAtATime);
            Assert.Equal(26, await scene.CountAsync("message_registry"));
        }
    }
}
