using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>A PostgreSQL of the test run's own, started when the first test asks for it and thrown away at the end.</summary>
internal sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => Task.Run(Start));

    private readonly string _programs;
    private readonly string _folder;
    private readonly int _port;
    private int _databases;
    private int _stopped;

    private PostgresCluster(string programs, string folder, int port) => (_programs, _folder, _port) = (programs, folder, port);

    public static Task<PostgresCluster> StartedAsync() => Shared.Value;

    /// <summary>
    /// Ends it, if a test has started it, while the test run still waits for that: at the exit of the process the run takes what
    /// is not over within seconds for a thread that hangs.
    /// </summary>
    public static async Task EndAsync()
    {
        if (Shared.IsValueCreated)
        {
            var cluster = await Shared.Value;
            await Task.Run(cluster.Stop);
        }
    }

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    private static PostgresCluster Start()
    {
        var folder = Directory.CreateTempSubdirectory("socialcrm-postgres-").FullName;
        var cluster = new PostgresCluster(Programs(), folder, FreePort());
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        cluster.RunAsPostgres("initdb", "-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        cluster.RunAsPostgres("pg_ctl", "-D", folder + "/data", "-l", folder + "/log", "-w", "-t", "60", "-o", cluster.Settings(), "start");

        // For a run that is broken off.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Stop();
        return cluster;
    }

    // Nothing here has to survive a power cut. Each test class has a server with a pool of its own, and they overlap.
    private string Settings() =>
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c full_page_writes=off -c max_connections=1000";

    private void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
        {
            return;
        }

        RunAsPostgres("pg_ctl", "-D", _folder + "/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=30;Connection Idle Lifetime=10;Connection Pruning Interval=2";

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var n) ? n : 0)
            .Select(d => d + "/bin").FirstOrDefault(d => File.Exists(d + "/initdb")) is { } programs
            ? programs
            : throw new InvalidOperationException(
                "The tests start a PostgreSQL of their own and found none in /usr/lib/postgresql. Install it: apt-get install postgresql");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void RunAsPostgres(string program, params string[] arguments)
    {
        if (Environment.UserName == "root")
        {
            Run("runuser", ["-u", "postgres", "--", $"{_programs}/{program}", .. arguments]);
        }
        else
        {
            Run($"{_programs}/{program}", arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {error}");
        }
    }
}
