using System.Diagnostics;
using Npgsql;
using SocialCrm.Host.Platform.Backup;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>PostgreSQL's own programs for copies, which know every kind of thing a database can hold.</summary>
internal static class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>Runs a program against a database; the connection goes by the environment, so that no password stands in a list of processes.</summary>
    public static async Task RunAsync(string program, string connectionString, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var (name, value) in Environment(new NpgsqlConnectionStringBuilder(connectionString)))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new BackupException($"{program} could not be started.");
        var complaint = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new BackupException($"{program} failed: {complaint.Trim()}");
        }
    }

    // A copy is taken from the primary, and only there it can be put back.
    private static IEnumerable<(string Name, string? Value)> Environment(NpgsqlConnectionStringBuilder connection)
    {
        var (hosts, ports) = PostgresHosts.Split(connection);
        return
        [
            ("PGHOST", hosts), ("PGPORT", ports), ("PGTARGETSESSIONATTRS", PostgresHosts.AreSeveral(connection) ? "read-write" : "any"),
            ("PGUSER", connection.Username), ("PGPASSWORD", connection.Password), ("PGDATABASE", connection.Database),
            ("PGSSLMODE", SslMode(connection.SslMode)), ("PGAPPNAME", "socialcrm"),
        ];
    }

    private static string SslMode(SslMode mode) => mode switch
    {
        Npgsql.SslMode.VerifyCA => "verify-ca",
        Npgsql.SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };

    // The newest: a program that is older than the database's server refuses to read it.
    private static string Find(string program)
    {
        var debian = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return debian.OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
            .Select(d => Path.Combine(d, "bin", program))
            .Concat((System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, program)))
            .FirstOrDefault(File.Exists)
            ?? throw new BackupException($"{program} is needed and was not found. It comes with PostgreSQL's client programs: apt-get install postgresql-client");
    }
}
