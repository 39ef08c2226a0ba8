[assembly: AssemblyFixture(typeof(SocialCrm.Host.Tests.Infrastructure.SqliteServer))]
[assembly: AssemblyFixture(typeof(SocialCrm.Host.Tests.Infrastructure.PostgresServer))]

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>
/// The server that tests share, one for each database, started when the first test asks for it. On it lives another organisation
/// with data of its own (<see cref="Neighbour"/>), which must be the same when all tests are done.
/// <para>
/// An integration test is an abstract class that takes this, with two classes inside that run it on both databases:
/// </para>
/// <code>
/// public abstract class ApiKeyTests(ServerFixture fixture)
/// {
///     [Fact]
///     public async Task Key_should_stop_working_when_it_is_revoked()
///     {
///         var tenant = await fixture.NewTenantAsync();            // its own tenant: tests run side by side
///         var viewer = await tenant.KeyAsync(Role.Viewer);        // or tenant.Owner, tenant.MemberAsync(Role.Agent)
///         ...
///         await Eventually.HoldsAsync("the message", async () => ...);   // never sleep
///     }
///
///     public sealed class OnSqlite(SqliteServer fixture) : ApiKeyTests(fixture);
///     public sealed class OnPostgres(PostgresServer fixture) : ApiKeyTests(fixture);
/// }
/// </code>
/// A test of the whole server (first start, a second node, other settings) takes a database of its own with
/// <see cref="NewDatabaseAsync"/> and starts what it needs with <see cref="RealServer.StartAsync"/>.
/// </summary>
public abstract class ServerFixture : IAsyncLifetime
{
    private readonly Lazy<Task<Started>> _started;

    protected ServerFixture() => _started = new(StartAsync);

    public async Task<RealServer> ServerAsync() => (await _started.Value).Server;

    /// <summary>The owner of the first tenant, who is platform admin.</summary>
    public async Task<ApiClient> PlatformAdminAsync() => (await _started.Value).PlatformAdmin;

    public async Task<ApiClient> AnonymousAsync() => (await ServerAsync()).Anonymous();

    public async Task<TestTenant> NewTenantAsync() => await (await ServerAsync()).NewTenantAsync(await PlatformAdminAsync());

    public abstract Task<TestDatabase> NewDatabaseAsync();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully)
            {
                await EndAsync(await _started.Value);
            }
        }
        finally
        {
            await EndAsync();
        }
    }

    /// <summary>After all tests, and all servers.</summary>
    protected virtual Task EndAsync() => Task.CompletedTask;

    private async Task<Started> StartAsync()
    {
        var database = await NewDatabaseAsync();
        var server = await RealServer.StartAsync(database);
        var platformAdmin = await server.SetUpAsync();
        return new Started(database, server, platformAdmin, await Neighbour.MoveInAsync(server, platformAdmin));
    }

    private static async Task EndAsync(Started started)
    {
        try
        {
            await started.Neighbour.StandsAsItWasAsync();
        }
        finally
        {
            await started.Server.DisposeAsync();
            await started.Database.DisposeAsync();
        }
    }

    private sealed record Started(TestDatabase Database, RealServer Server, ApiClient PlatformAdmin, Neighbour Neighbour);
}
