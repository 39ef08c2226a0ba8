using Microsoft.Extensions.Options;
using Npgsql;
using SocialCrm.Host.Platform.Backup;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>Copies through pg_dump, as of one moment, while others go on.</summary>
internal sealed class PostgresCopies(IOptions<DatabaseOptions> options) : IDatabaseCopies
{
    private string Connection => PostgresHosts.WithPrimary(options.Value.ConnectionString);

    public string Kind => "postgresql";

    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand("SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public Task WriteAsync(string file, CancellationToken ct) =>
        PostgresPrograms.RunAsync("pg_dump", Connection, ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], ct);

    public Task RestoreAsync(string file, CancellationToken ct) => RestoreAsync(file, Connection, ct);

    public async Task<TrialDatabase> TryOutAsync(string file, CancellationToken ct)
    {
        var name = $"socialcrm_upgrade_{Guid.NewGuid():N}";
        var trial = new NpgsqlConnectionStringBuilder(Connection) { Database = name, Pooling = false }.ConnectionString;
        await RunAsync($"CREATE DATABASE {name} TEMPLATE template0", ct);
        try
        {
            await RestoreAsync(file, trial, ct);
            return new TrialDatabase(new PostgresCrmDbContext(PostgresFeature.Options(trial)), _ => Task.FromResult<string?>(null), () => DropAsync(name));
        }
        catch
        {
            await DropAsync(name);
            throw;
        }
    }

    private static Task RestoreAsync(string file, string connection, CancellationToken ct) => PostgresPrograms.RunAsync(
        "pg_restore", connection, ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", $"--dbname={new NpgsqlConnectionStringBuilder(connection).Database}", file], ct);

    private Task DropAsync(string name) => RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
