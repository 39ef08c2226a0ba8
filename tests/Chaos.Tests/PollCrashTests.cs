using System.Net.Http.Json;
using SocialCrm.Host.Tests.Polling;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

/// <summary>A feed is fetched in parts, and its server dies between two of them. The lease ends by itself, as it would for an operator.</summary>
public sealed class PollCrashTests
{
    private const string MayCallThisMachine = "--Outgoing:AllowedNetworks:0=127.0.0.0/8";
    private static readonly string[] Items = [.. Enumerable.Range(0, 600).Select(i => $"item-{i}")];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Every_item_should_be_there_once_when_the_server_is_killed_while_it_polls(Database database)
    {
        await using var storage = await Storage.CreateAsync(database);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var site = await FeedSite.StartAsync(Items);
        site.Hold = request => request == 2 ? gate.Task : Task.CompletedTask;
        await using var server = new ServerProcess(storage.Place, MayCallThisMachine);
        await server.StartAsync();
        var installation = await StartAsync(server, site);
        await UntilAsync(() => Task.FromResult(site.Requests.Count == 2));

        // At any moment between the answer and the end of what is done with it.
        gate.SetResult();
        await Task.Delay(Random.Shared.Next(60));
        await server.KillAsync();

        await server.StartAsync();
        await HoldsAsync(server, installation, site);
    }

    [Fact]
    public async Task Every_item_should_be_there_once_when_another_node_takes_over_from_one_that_was_killed()
    {
        await using var storage = await Storage.CreateAsync(Database.Postgres);
        await using var site = await FeedSite.StartAsync(Items);
        site.Hold = request => request == 2 ? Task.Delay(Timeout.Infinite) : Task.CompletedTask;
        await using var one = new ServerProcess(storage.Place, MayCallThisMachine);
        await using var other = new ServerProcess(storage.Place, MayCallThisMachine);
        await one.StartAsync();
        var installation = await StartAsync(one, site);
        await UntilAsync(() => Task.FromResult(site.Requests.Count == 2));
        await other.StartAsync();

        await one.KillAsync();

        await HoldsAsync(other, installation, site);
    }

    private static async Task<Installation> StartAsync(ServerProcess server, FeedSite site)
    {
        var installation = await Installation.SetUpAsync(server);
        using var http = Program(server, installation);
        using var made = await http.PostAsJsonAsync("/api/v1/channels", new { connector = "feed", name = "Forum", settings = new { url = site.Address, pollMinutes = 60 } });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return installation;
    }

    private static async Task HoldsAsync(ServerProcess server, Installation installation, FeedSite site)
    {
        using var records = new Records(server, installation);
        var metrics = new ServerMetrics(server.Http);
        await UntilAsync(async () => (await records.MessagesAsync()).Count >= Items.Length);
        await UntilAsync(async () => await metrics.ReadAsync("socialcrm_inbox_depth") == 0);

        Assert.Equal(Items.Order(), (await records.MessagesAsync()).Select(m => m["externalId"]!.GetValue<string>()).Order());
        Assert.Empty(await records.DeadLettersAsync());
        Assert.Equal(1, site.MostAtATime);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Not within {Patience}.");
            await Task.Delay(Pause);
        }
    }

    private static HttpClient Program(ServerProcess server, Installation installation)
    {
        var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
        return http;
    }
}
