using Npgsql;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>Several nodes on one PostgreSQL of their own: on a small disk where one can be mounted, or with a standby.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private static readonly string[] Settings = ["fsync=off", "full_page_writes=off", "max_wal_size=256MB"];

    private readonly List<string> _folders = [];
    private readonly List<Node> _nodes = [];

    private Cluster(PostgresCluster postgres, PostgresCluster? standby, SmallDisk? disk) => (Postgres, Standby, Disk) = (postgres, standby, disk);

    public PostgresCluster Postgres { get; }

    public PostgresCluster? Standby { get; }

    public SmallDisk? Disk { get; }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>A connection to whichever database is the primary.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Each node reaches the database through a line of its own.</summary>
    public static async Task<Cluster> StartAsync(int nodes, int diskMegabytes)
    {
        var disk = SmallDisk.TryMount(diskMegabytes);
        var cluster = new Cluster(disk is null ? await PostgresCluster.StartAsync(Settings) : await PostgresCluster.StartInAsync(disk.Folder, Settings), null, disk);
        cluster.ConnectionString = await cluster.Postgres.CreateDatabaseAsync();
        for (var number = 1; number <= nodes; number++)
        {
            var line = new DatabaseLine(cluster.Postgres.Port);
            cluster.Add(number, new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Port = line.Port }, line);
        }

        return await cluster.StartedAsync();
    }

    /// <summary>Each node knows both the primary and its synchronous standby.</summary>
    public static async Task<Cluster> StartWithStandbyAsync(int nodes)
    {
        var primary = await PostgresCluster.StartAsync(Settings);
        var cluster = new Cluster(primary, await primary.StartStandbyAsync(), null);
        var hosts = new NpgsqlConnectionStringBuilder(await primary.CreateDatabaseAsync())
        {
            Host = $"127.0.0.1:{primary.Port},127.0.0.1:{cluster.Standby!.Port}",
            TargetSessionAttributes = "primary",
            HostRecheckSeconds = 2,
        };
        cluster.ConnectionString = hosts.ConnectionString;
        for (var number = 1; number <= nodes; number++)
        {
            cluster.Add(number, new NpgsqlConnectionStringBuilder(hosts.ConnectionString), null);
        }

        return await cluster.StartedAsync();
    }

    /// <summary>What everybody logged, to tell why something failed.</summary>
    public string Logs() => string.Join(
        '\n', _nodes.Select(n => $"=== node {n.Number}\n{n.Server.Log}").Append($"=== PostgreSQL\n{Postgres.Log}").Append($"=== standby\n{Standby?.Log}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Postgres.DisposeAsync();
        if (Standby is not null)
        {
            await Standby.DisposeAsync();
        }

        Disk?.Dispose();
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    private void Add(int number, NpgsqlConnectionStringBuilder connection, DatabaseLine? line)
    {
        // So that the database can tell who did what.
        connection.Options = $"-c chaos.node={number}";
        var folder = Directory.CreateTempSubdirectory("socialcrm-chaos-").FullName;
        _folders.Add(folder);
        var server = new ServerProcess(new ServerStorage(folder, connection.ConnectionString), "--Outgoing:AllowedNetworks:0=127.0.0.0/8");
        _nodes.Add(new Node(number, server, line));
    }

    // All at once, as an operator's tools would: one of them makes the tables.
    private async Task<Cluster> StartedAsync()
    {
        try
        {
            await Task.WhenAll(_nodes.Select(node => node.Server.StartAsync()));
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
