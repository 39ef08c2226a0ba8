using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>
/// Held by the one node that brings the schema up to date; the others wait and find nothing to do. EF Core's own lock does not keep nodes that
/// start at the same time on an empty database from running a migration that another has just run.
/// </summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    private const long Key = 0x53636865; // "Sche"

    private readonly NpgsqlConnection _connection;

    private SchemaLock(NpgsqlConnection connection) => _connection = connection;

    public static async Task<SchemaLock> TakeAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var held = new SchemaLock(await source.OpenConnectionAsync(ct));
        try
        {
            await held.ExecuteAsync("pg_advisory_lock", ct);
            return held;
        }
        catch
        {
            await held._connection.DisposeAsync();
            throw;
        }
    }

    // The connection goes back among the others, and what a session holds goes with it. A node that dies loses both.
    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync("pg_advisory_unlock", CancellationToken.None);
        await _connection.DisposeAsync();
    }

    // Without a limit: a large table takes its time, as long as the other node lives.
    private async Task ExecuteAsync(string function, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"SELECT {function}({Key})", _connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
