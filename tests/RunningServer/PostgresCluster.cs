using Npgsql;

namespace SocialCrm.RunningServer;

/// <summary>A PostgreSQL of one's own in a temporary folder, never the system's.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly string[] AsPostgres = ["-u", "postgres", "--"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _programs = Programs();
    private readonly int _port = FreePort.Find();
    private readonly string _folder;
    private readonly string[] _settings;
    private int _databases;
    private int _stopped;

    private PostgresCluster(string folder, string[] settings) => (_folder, _settings) = (folder, settings);

    public int Port => _port;

    /// <summary>The process that all others of the cluster descend from.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First());

    /// <summary>What it has logged.</summary>
    public string Log => File.ReadAllText(_folder + "/log");

    private string Data => _folder + "/data";

    /// <param name="settings">Settings as on the server's command line, each "name=value".</param>
    public static Task<PostgresCluster> StartAsync(params string[] settings) => StartInAsync(Path.GetTempPath(), settings);

    /// <summary>The same in a folder of its own within another, such as a disk.</summary>
    public static Task<PostgresCluster> StartInAsync(string place, params string[] settings) => NewAsync(place, settings, cluster =>
        cluster.RunAsPostgres("initdb", "-D", cluster.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));

    /// <summary>
    /// Starts a standby. From then on this cluster commits only what the standby has, so that nothing is lost when this one is.
    /// </summary>
    public async Task<PostgresCluster> StartStandbyAsync()
    {
        var standby = await NewAsync(Path.GetTempPath(), _settings, made => made.RunAsPostgres(
            "pg_basebackup", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "-D", made.Data, "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--no-sync"));
        await ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await ExecuteAsync("SELECT pg_reload_conf()");
        var started = TimeProvider.System.GetTimestamp();
        while (await ExecuteAsync("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") is not 1L)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"The standby did not follow within {Patience}.");
            }

            await Task.Delay(Pause);
        }

        return standby;
    }

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"socialcrm_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Ends it at once, as a fault would: it recovers when it is started again.</summary>
    public void Crash() => TryAsPostgres("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Starts it unless it runs, as an operator would, and returns once it takes connections.</summary>
    public async Task EnsureRunningAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"PostgreSQL did not come back within {Patience}:\n{Log}");
            }

            await Task.Run(StartUnlessRunning);
            await Task.Delay(Pause);
        }
    }

    /// <summary>Makes a standby the primary.</summary>
    public void Promote() => RunAsPostgres("pg_ctl", "-D", Data, "-w", "promote");

    /// <summary>Ends it and throws its data away.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            Crash();
            Directory.Delete(_folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync() => await Task.Run(Stop);

    private static Task<PostgresCluster> NewAsync(string place, string[] settings, Action<PostgresCluster> fill) => Task.Run(() =>
    {
        var folder = Directory.CreateDirectory(Path.Combine(place, $"socialcrm-postgres-{Guid.NewGuid():N}")).FullName;
        var cluster = new PostgresCluster(folder, settings);
        try
        {
            if (Environment.UserName == "root")
            {
                OperatingSystemProgram.Run("chown", "postgres", folder);
            }

            fill(cluster);
            cluster.Start();
            return cluster;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    });

    private void Start()
    {
        string[] own = [$"port={_port}", "listen_addresses=127.0.0.1", $"unix_socket_directories={_folder}", "max_connections=300"];
        var options = string.Join(' ', own.Concat(_settings).Select(s => $"-c {s}"));
        RunAsPostgres("pg_ctl", "-D", Data, "-l", _folder + "/log", "-w", "-t", "60", "-o", options, "start");
    }

    private void StartUnlessRunning()
    {
        if (TryAsPostgres("pg_ctl", "-D", Data, "status") != 0)
        {
            Start();
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            await ExecuteAsync("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=30";

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var n) ? n : 0)
            .Select(d => d + "/bin").FirstOrDefault(d => File.Exists(d + "/initdb")) is { } programs
            ? programs
            : throw new InvalidOperationException(
                "This starts a PostgreSQL of its own and found none in /usr/lib/postgresql. Install it: apt-get install postgresql");

    private void RunAsPostgres(string program, params string[] arguments)
    {
        var (name, all) = Command(program, arguments);
        OperatingSystemProgram.Run(name, all);
    }

    private int TryAsPostgres(string program, params string[] arguments)
    {
        var (name, all) = Command(program, arguments);
        return OperatingSystemProgram.Try(name, all).ExitCode;
    }

    private (string Program, string[] Arguments) Command(string program, string[] arguments) => Environment.UserName == "root"
        ? ("runuser", [.. AsPostgres, $"{_programs}/{program}", .. arguments])
        : ($"{_programs}/{program}", arguments);
}
