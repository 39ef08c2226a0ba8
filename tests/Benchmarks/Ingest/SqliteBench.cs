using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>SQLite in a temporary folder, set as the server sets it.</summary>
internal sealed class SqliteBench : IBenchDatabase
{
    private const string Copy = "raw_copy";
    private const int RowsOfTransaction = 500;

    public ServerStorage Storage { get; } = new(Directory.CreateTempSubdirectory("socialcrm-bench-").FullName);

    // It runs in the server.
    public TimeSpan ProcessorTime() => TimeSpan.Zero;

    public async Task AgeLabelsAsync(CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Storage.Folder, "socialcrm.db")};Pooling=False");
        await connection.OpenAsync(ct);
        Execute(connection, "UPDATE interactions SET model_version = 'older' WHERE model_version IS NOT NULL");
    }

    /// <summary>By one prepared statement a row, 500 rows a transaction.</summary>
    public async Task<double> RawRateAsync(CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Storage.Folder, "socialcrm.db")};Pooling=False");
        await connection.OpenAsync(ct);
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        CreateCopy(connection);
        var rows = Rows(connection);
        var watch = Stopwatch.StartNew();
        foreach (var part in rows.Chunk(RowsOfTransaction))
        {
            ct.ThrowIfCancellationRequested();
            Insert(connection, part);
        }

        return rows.Count / watch.Elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Storage.Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // SQLite has no LIKE for tables: their own statements are run again under another name, without the triggers that
    // keep the search index in a table of its own.
    private static void CreateCopy(SqliteConnection connection)
    {
        using var query = Command(connection, "SELECT sql FROM sqlite_master WHERE tbl_name = 'interactions' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC");
        using var reader = query.ExecuteReader();
        var statements = new List<string>();
        while (reader.Read())
        {
            statements.Add(reader.GetString(0).Replace("\"ix_", "\"ix_raw_", StringComparison.Ordinal)
                .Replace("\"pk_", "\"pk_raw_", StringComparison.Ordinal).Replace("\"interactions\"", $"\"{Copy}\"", StringComparison.Ordinal));
        }

        statements.ForEach(sql => Execute(connection, sql));
    }

    private static List<object[]> Rows(SqliteConnection connection)
    {
        using var query = Command(connection, "SELECT * FROM interactions");
        using var reader = query.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static void Insert(SqliteConnection connection, object[][] rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = Command(connection, $"INSERT INTO {Copy} VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@p{i}"))})");
        insert.Transaction = transaction;
        var parameters = rows[0].Select((_, i) => insert.Parameters.AddWithValue($"@p{i}", DBNull.Value)).ToArray();
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i];
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
