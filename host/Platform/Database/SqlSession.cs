using System.Data.Common;

namespace SocialCrm.Host.Platform.Database;

/// <summary>
/// One connection, and for writing one transaction, that a batch hands to each slice taking part in it: so that no slice
/// touches another's tables and all of them commit together. Not thread-safe.
/// </summary>
public sealed class SqlSession(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, IDisposable? hold = null)
    : IAsyncDisposable
{
    private DbBatch? _pending;

    public DbConnection Connection => connection;

    public DbTransaction? Transaction => transaction;

    public SqlDialect Dialect => dialect;

    public async Task<int> ExecuteAsync(string sql, SqlParameters parameters, CancellationToken ct)
    {
        await FlushAsync(ct);
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<T?> ScalarAsync<T>(string sql, SqlParameters parameters, CancellationToken ct)
    {
        await FlushAsync(ct);
        await using var command = Command(sql, parameters);
        var value = await command.ExecuteScalarAsync(ct);
        return value is null or DBNull ? default : (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
    }

    public async Task<List<T>> QueryAsync<T>(string sql, SqlParameters parameters, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await FlushAsync(ct);
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Inserts all rows with one statement (or one prepared statement a row). It may wait for the next read or the commit.</summary>
    public Task InsertAsync<T>(SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct) =>
        rows.Count == 0 ? Task.CompletedTask : dialect.InsertAsync(this, table, rows, onConflict, ct);

    /// <summary>Updates the rows found by the table's key columns. It may wait for the next read or the commit.</summary>
    public Task UpdateAsync<T>(SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct) =>
        rows.Count == 0 ? Task.CompletedTask : dialect.UpdateAsync(this, table, rows, ct);

    /// <summary>
    /// Adds a statement to those that travel together, in their order, before the next read or the commit: a batch writes
    /// a dozen tables, and each way to the database and back costs more than the writing.
    /// </summary>
    public void Defer(string sql, IEnumerable<DbParameter> parameters)
    {
        _pending ??= NewBatch();
        var command = _pending.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        _pending.BatchCommands.Add(command);
    }

    /// <summary>Runs a statement whose outcome nobody asks for. It may wait for the next read or the commit.</summary>
    public async Task ExecuteLaterAsync(string sql, SqlParameters parameters, CancellationToken ct)
    {
        if (connection.CanCreateBatch)
        {
            Defer(sql, parameters.Select(p => dialect.Parameter(p.Key, p.Value)));
        }
        else
        {
            await ExecuteAsync(sql, parameters, ct);
        }
    }

    /// <summary>The database's time, by which nodes agree on what is due.</summary>
    public async Task<DateTime> NowAsync(CancellationToken ct) =>
        (await QueryAsync($"SELECT {dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];

    public async Task CommitAsync(CancellationToken ct)
    {
        await FlushAsync(ct);
        await transaction!.CommitAsync(ct);
    }

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
            if (_pending is not null)
            {
                await _pending.DisposeAsync();
            }

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

    /// <summary>Runs what was put off, for a caller who commits by other means.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (_pending is { } batch)
        {
            _pending = null;
            await using (batch)
            {
                await batch.ExecuteNonQueryAsync(ct);
            }
        }
    }

    private DbBatch NewBatch()
    {
        var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        return batch;
    }
}
