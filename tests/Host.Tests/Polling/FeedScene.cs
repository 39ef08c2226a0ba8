using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.ApiKeys;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Polling;

/// <summary>A server that may call this machine, with a feed's channel; more servers can be started on its database.</summary>
internal sealed class FeedScene : IAsyncDisposable
{
    private readonly List<RealServer> _servers = [];
    private readonly TestDatabase _database;
    private string _key = "";

    private FeedScene(TestDatabase database) => _database = database;

    public RealServer Server => _servers[^1];

    /// <summary>An admin's key; it goes on with the server that is left.</summary>
    public ApiClient Owner { get; private set; } = null!;

    public ApiClient Platform { get; private set; } = null!;

    public Guid Channel { get; private set; }

    public static async Task<FeedScene> OpenAsync(ServerFixture fixture, FeedSite site, Action<IWebHostBuilder>? configure = null)
    {
        var scene = new FeedScene(await fixture.NewDatabaseAsync());
        await scene.StartServerAsync(configure);
        scene.Platform = await scene.Server.SetUpAsync();
        scene._key = (await scene.Platform.PostAsync<CreatedApiKey>("/api/v1/api-keys", new NewApiKey("Test", Role.Admin))).Key;
        scene.Owner = scene.Server.WithKey(scene._key);
        scene.Channel = await CreateAsync(scene.Owner, site);
        return scene;
    }

    public static async Task<Guid> CreateAsync(ApiClient owner, FeedSite site) => (await owner.PostAsync<JsonElement>(
        "/api/v1/channels", new { connector = "feed", name = "Forum", settings = new { url = site.Address, pollMinutes = 60 } })).GetProperty("id").GetGuid();

    public async Task<RealServer> StartServerAsync(Action<IWebHostBuilder>? configure = null)
    {
        _servers.Add(await RealServer.StartAsync(_database, host =>
        {
            host.UseSetting("Outgoing:AllowedNetworks:0", "127.0.0.0/8");
            configure?.Invoke(host);
        }));
        return Server;
    }

    /// <summary>Stops the server and starts another on the same database.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        _servers.Clear();
        await StartServerAsync();
        Owner = Server.WithKey(_key);
    }

    public async Task<IReadOnlyList<InteractionView>> MessagesAsync() =>
        (await Owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?channel={Channel}&limit=200")).Items;

    public Task<InteractionView> ArrivedAsync(string id, Func<InteractionView, bool>? how = null) => Eventually.FindsAsync(
        $"item {id}", async () => (await MessagesAsync()).FirstOrDefault(m => m.ExternalId == id && (how is null || how(m))));

    public Task<ChannelItem> ShowsAsync(string what, Func<ChannelItem, bool> how) => Eventually.FindsAsync(
        what, async () => await Owner.GetAsync<ChannelItem>($"/api/v1/channels/{Channel}") is { } item && how(item) ? item : null);

    public Task PollAsync() => Owner.PostAsync($"/api/v1/channels/{Channel}/poll");

    /// <summary>Asks for a poll and waits until it has ended.</summary>
    public async Task<ChannelItem> PolledAsync()
    {
        var before = await Owner.GetAsync<ChannelItem>($"/api/v1/channels/{Channel}");
        await PollAsync();
        return await ShowsAsync("the poll's end", c => c.Health is { Polling: false, LastPollAt: { } at } && at > (before.Health!.LastPollAt ?? DateTime.MinValue));
    }

    public async Task ChangeRowAsync(string set, string table = "channel_polls")
    {
        await using var session = await Server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None);
        await session.ExecuteAsync($"UPDATE {table} SET {set}", SqlParameters.None, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    public async Task<long> CountAsync(string table)
    {
        await using var session = await Server.Services.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        return await session.ScalarAsync<long>($"SELECT count(*) FROM {table}", SqlParameters.None, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await _database.DisposeAsync();
    }
}
