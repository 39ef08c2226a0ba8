using SocialCrm.RunningServer;

// Each test starts, kills and loads whole servers: two at a time are plenty.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace SocialCrm.Chaos.Tests;

/// <summary>A new, empty storage for a test, gone when disposed.</summary>
internal sealed class Storage : IAsyncDisposable
{
    // What a killed server had committed is in PostgreSQL's hands: it need not survive a power cut here.
    private static readonly Lazy<Task<PostgresCluster>> Cluster = new(StartAsync);

    private Storage(string connectionString) =>
        Place = new ServerStorage(Directory.CreateTempSubdirectory("socialcrm-chaos-").FullName, connectionString);

    public ServerStorage Place { get; }

    public static async Task<Storage> CreateAsync(Database database) => database switch
    {
        Database.Sqlite => new Storage(""),
        Database.Postgres => new Storage(await (await Cluster.Value).CreateDatabaseAsync()),
    };

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Place.Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var cluster = await PostgresCluster.StartAsync("fsync=off", "full_page_writes=off");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Stop();
        return cluster;
    }
}
