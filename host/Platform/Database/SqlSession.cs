using System.Data.Common;

namespace SocialCrm.Host.Platform.Database;

/// <summary>
/// One connection, and for writing one transaction, that a batch hands to each slice taking part in it: so that no slice
/// touches another's tables and all of them commit together. Not thread-safe.
/// </summary>
public sealed class SqlSession(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, IDisposable? hold = null)
    : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction? Transaction => transaction;

    public SqlDialect Dialect => dialect;

    public async Task<int> ExecuteAsync(string sql, SqlParameters parameters, CancellationToken ct)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<T?> ScalarAsync<T>(string sql, SqlParameters parameters, CancellationToken ct)
    {
        await using var command = Command(sql, parameters);
        var value = await command.ExecuteScalarAsync(ct);
        return value is null or DBNull ? default : (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
    }

    public async Task<List<T>> QueryAsync<T>(string sql, SqlParameters parameters, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Inserts all rows with one statement (or one prepared statement a row); returns how many were new.</summary>
    public Task<int> InsertAsync<T>(SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct) =>
        rows.Count == 0 ? Task.FromResult(0) : dialect.InsertAsync(this, table, rows, onConflict, ct);

    /// <summary>Updates the rows found by the table's key columns; returns how many were found.</summary>
    public Task<int> UpdateAsync<T>(SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct) =>
        rows.Count == 0 ? Task.FromResult(0) : dialect.UpdateAsync(this, table, rows, ct);

    public Task CommitAsync(CancellationToken ct) => transaction!.CommitAsync(ct);

    public DbCommand Command(string sql, SqlParameters? parameters = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in parameters ?? [])
        {
            command.Parameters.Add(dialect.Parameter(name, value));
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            await connection.DisposeAsync();
        }
        finally
        {
            hold?.Dispose();
        }
    }
}
