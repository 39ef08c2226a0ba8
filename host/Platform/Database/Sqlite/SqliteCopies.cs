using Microsoft.Data.Sqlite;
using SocialCrm.Host.Platform.Backup;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>Copies through SQLite's online backup: page by page, so that what refers to rows by their number still does.</summary>
internal sealed class SqliteCopies(SqliteConnectionFactory connections) : IDatabaseCopies
{
    public string Kind => "sqlite";

    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        if (!File.Exists(connections.Path))
        {
            return true;
        }

        await using var connection = await connections.OpenAsync(ct);
        return await ScalarAsync(connection, "SELECT count(*) FROM sqlite_master", ct) is 0L;
    }

    public async Task WriteAsync(string file, CancellationToken ct)
    {
        await using var from = await connections.OpenAsync(ct);
        await using var to = await OpenAsync(file, SqliteOpenMode.ReadWriteCreate, ct);
        from.BackupDatabase(to);

        // The copy is one file, whatever way the original keeps its log.
        await ScalarAsync(to, "PRAGMA journal_mode = DELETE", ct);
    }

    public async Task RestoreAsync(string file, CancellationToken ct)
    {
        if (await WrongAsync(file, ct) is { } wrong)
        {
            throw new BackupException($"The database in the backup is damaged ({wrong}). Nothing was restored; take another backup.");
        }

        await DropAsync(connections.Path);
        File.Move(file, connections.Path, overwrite: true);
    }

    public Task<TrialDatabase> TryOutAsync(string file, CancellationToken ct)
    {
        var context = new SqliteCrmDbContext(SqliteFeature.Options(new SqliteConnectionFactory(file)));
        return Task.FromResult(new TrialDatabase(context, token => WrongAsync(file, token), () => DropAsync(file)));
    }

    private static Task DropAsync(string file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + ending);
        }

        return Task.CompletedTask;
    }

    private static async Task<string?> WrongAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
            return await ScalarAsync(connection, "PRAGMA integrity_check(1)", ct) is "ok" ? null : "its integrity check fails";
        }
        catch (SqliteException error)
        {
            return error.Message;
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct);
    }
}
