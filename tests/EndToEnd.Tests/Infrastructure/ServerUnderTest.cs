using SocialCrm.RunningServer;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>The published server with the built UI, on an empty database.</summary>
public sealed class ServerUnderTest : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("socialcrm-e2e-").FullName;
    private readonly PostgresCluster? _cluster;
    private ServerProcess? _process;

    private ServerUnderTest(PostgresCluster? cluster) => _cluster = cluster;

    public Uri Address => _process!.Http.BaseAddress!;

    /// <summary>The last lines that it logged.</summary>
    public string Log => _process!.Log;

    /// <param name="settings">More arguments, such as "--Smtp:Host=127.0.0.1".</param>
    public static Task<ServerUnderTest> OnSqliteAsync(params string[] settings) => StartAsync(null, settings);

    public static async Task<ServerUnderTest> OnPostgresAsync() => await StartAsync(await PostgresCluster.StartAsync());

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ServerUnderTest> StartAsync(PostgresCluster? cluster, params string[] settings)
    {
        var ui = Path.Combine(Repository.Root, "admin-ui", "dist");
        Assert.True(File.Exists(Path.Combine(ui, "index.html")), $"There is no {ui}/index.html. Build the UI first: ./test.sh does.");
        var server = new ServerUnderTest(cluster);
        var storage = new ServerStorage(server._folder, cluster is null ? "" : await cluster.CreateDatabaseAsync());
        server._process = new ServerProcess(storage, [$"--AdminUi:Directory={ui}", "--Outgoing:AllowedNetworks:0=127.0.0.0/8", .. settings]);
        await server._process.StartAsync();
        return server;
    }
}
