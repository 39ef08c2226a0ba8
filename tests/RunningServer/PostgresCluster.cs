using System.Diagnostics;
using Npgsql;

namespace SocialCrm.RunningServer;

/// <summary>A PostgreSQL of one's own in a temporary folder, never the system's.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly string[] AsPostgres = ["-u", "postgres", "--"];

    private readonly string _programs;
    private readonly string _folder;
    private readonly int _port;
    private int _databases;
    private int _stopped;

    private PostgresCluster(string programs, string folder, int port) => (_programs, _folder, _port) = (programs, folder, port);

    /// <summary>The process that all others of the cluster descend from.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First());

    /// <param name="settings">Settings as on the server's command line, each "name=value".</param>
    public static Task<PostgresCluster> StartAsync(params string[] settings) => Task.Run(() =>
    {
        var folder = Directory.CreateTempSubdirectory("socialcrm-postgres-").FullName;
        var cluster = new PostgresCluster(Programs(), folder, FreePort.Find());
        try
        {
            cluster.Start(settings);
            return cluster;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    });

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"socialcrm_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Ends it and throws its data away.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            RunAsPostgres("pg_ctl", "-D", _folder + "/data", "-m", "immediate", "stop");
            Directory.Delete(_folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync() => await Task.Run(Stop);

    private void Start(string[] settings)
    {
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", _folder);
        }

        string[] own = [$"port={_port}", "listen_addresses=127.0.0.1", $"unix_socket_directories={_folder}", "max_connections=300"];
        var options = string.Join(' ', own.Concat(settings).Select(s => $"-c {s}"));
        RunAsPostgres("initdb", "-D", _folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        RunAsPostgres("pg_ctl", "-D", _folder + "/data", "-l", _folder + "/log", "-w", "-t", "60", "-o", options, "start");
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
        if (Environment.UserName == "root")
        {
            Run("runuser", [.. AsPostgres, $"{_programs}/{program}", .. arguments]);
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
