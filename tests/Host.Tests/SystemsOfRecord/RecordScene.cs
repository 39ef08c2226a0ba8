using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.SystemsOfRecord;

/// <summary>A server of its own with a channel, and a system of record that it tells and pulls from.</summary>
internal sealed class RecordScene : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private RecordScene(TestDatabase database, RealServer server, TestTenant tenant, TestChannel channel) =>
        (_database, Server, Tenant, Channel) = (database, server, tenant, channel);

    public RealServer Server { get; private set; }

    public TestTenant Tenant { get; }

    public TestChannel Channel { get; }

    public ApiClient Owner => Tenant.Owner;

    public Guid System { get; private set; }

    public string Path => $"/api/v1/systems-of-record/{System}";

    public static async Task<RecordScene> OpenAsync(ServerFixture fixture, RecordReceiver receiver, bool pulls = false, object? mapping = null)
    {
        var database = await fixture.NewDatabaseAsync();
        var server = await StartAsync(database);
        var tenant = await TestTenant.OpenAsync(server, await server.SetUpAsync());
        var scene = new RecordScene(database, server, tenant, await TestChannel.CreateAsync(tenant.Owner));
        object settings = pulls ? new { eventUrl = receiver.EventUrl, pullUrl = receiver.PullUrl } : new { eventUrl = receiver.EventUrl };
        var made = await scene.Owner.PostAsync<JsonElement>("/api/v1/systems-of-record", new { kind = "signed-webhook", name = "CRM", settings, mapping });
        scene.System = made.GetProperty("id").GetGuid();
        receiver.Secret = made.GetProperty("signingSecret").GetString()!;
        return scene;
    }

    public static Task<RealServer> StartAsync(TestDatabase database) =>
        RealServer.StartAsync(database, host => host.UseSetting("Outgoing:AllowedNetworks:0", "127.0.0.0/8"));

    public static object Message(string id, string author, string text, string? name = null, long? revision = null, string type = "message") =>
        new { type, data = new { id, author = new { id = author, handle = author, name = name ?? author }, text, revision } };

    public Task<RecordSystemItem> SystemAsync(Func<RecordSystemItem, bool> how) => Eventually.FindsAsync("the system as asked for", async () =>
        await Owner.GetAsync<RecordSystemItem>(Path) is { } item && how(item) ? item : null);

    public async Task<List<RecordDeliveryItem>> LogAsync(string filter = "") =>
        [.. (await Owner.GetAsync<Page<RecordDeliveryItem>>($"{Path}/deliveries?limit=200{filter}")).Items];

    public Task QuietAsync() => SystemAsync(s => s.Delivering.Queued == 0);

    public async Task<Guid> CustomerOfAsync(string externalId) => (await Channel.ArrivedAsync(externalId)).CustomerId;

    public Task<CustomerView> CustomerAsync(Guid id) => Owner.GetAsync<CustomerView>($"/api/v1/customers/{id}");

    /// <summary>Waits until the receiver has this many events, and gives them.</summary>
    public static async Task<List<TakenEvent>> ToldAsync(RecordReceiver receiver, int count)
    {
        await Eventually.HoldsAsync($"{count} events", () => Task.FromResult(receiver.Events.Count >= count));
        return [.. receiver.Events];
    }

    /// <summary>Changes rows as a crash or another node would leave them.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var session = await Server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None);
        await session.ExecuteAsync(sql, SqlParameters.None, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var session = await Server.Services.GetRequiredService<ICrmDatabase>().ReadAsync(CancellationToken.None);
        return await session.ScalarAsync<long>(sql, SqlParameters.None, CancellationToken.None);
    }

    /// <summary>Ends the server as a stop does, and starts another on the same database.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        Server = await StartAsync(_database);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Server.DisposeAsync();
        await _database.DisposeAsync();
    }
}
