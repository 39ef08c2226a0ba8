using System.Data;
using System.Diagnostics;
using Npgsql;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>A PostgreSQL set as an operator would set it: every commit is on disk before it is answered.</summary>
internal sealed class PostgresBench : IBenchDatabase
{
    private const string Copy = "raw_copy";
    private const int Runs = 3;

    private readonly PostgresCluster _cluster;

    private PostgresBench(PostgresCluster cluster, ServerStorage storage) => (_cluster, Storage) = (cluster, storage);

    public ServerStorage Storage { get; }

    /// <param name="profiled">Whether it counts what each statement takes.</param>
    public static async Task<PostgresBench> StartAsync(bool profiled = false)
    {
        string[] settings = ["fsync=on", "synchronous_commit=on", "shared_buffers=512MB", "max_wal_size=4GB"];
        var cluster = await PostgresCluster.StartAsync(profiled ? [.. settings, "shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track_planning=on"] : settings);
        try
        {
            var folder = Directory.CreateTempSubdirectory("socialcrm-bench-").FullName;
            return new PostgresBench(cluster, new ServerStorage(folder, await cluster.CreateDatabaseAsync()));
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async Task ForgetStatementsAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Storage.ConnectionString);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements", ct);
        await ExecuteAsync(connection, "SELECT pg_stat_statements_reset()", ct);
    }

    /// <summary>What took the most time since, the dearest first.</summary>
    public async Task<IReadOnlyList<StatementTime>> StatementsAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Storage.ConnectionString);
        await connection.OpenAsync(ct);
        await using var query = new NpgsqlCommand(
            """
            SELECT left(regexp_replace(query, '\s+', ' ', 'g'), 110), calls, total_exec_time, total_plan_time, plans, rows FROM pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY total_exec_time + total_plan_time DESC LIMIT 30
            """,
            connection);
        await using var reader = await query.ExecuteReaderAsync(ct);
        var statements = new List<StatementTime>();
        while (await reader.ReadAsync(ct))
        {
            statements.Add(new StatementTime(reader.GetString(0), reader.GetInt64(1), TimeSpan.FromMilliseconds(reader.GetDouble(2)), TimeSpan.FromMilliseconds(reader.GetDouble(3)), reader.GetInt64(4), reader.GetInt64(5)));
        }

        return statements;
    }

    /// <summary>The conversations of all messages that came in.</summary>
    public async Task<IReadOnlyList<StoredConversation>> ConversationsAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Storage.ConnectionString);
        await connection.OpenAsync(ct);
        await using var query = new NpgsqlCommand("SELECT conversation_id, tenant_id, external_id FROM interactions WHERE external_id IS NOT NULL", connection);
        await using var reader = await query.ExecuteReaderAsync(ct);
        var stored = new List<StoredConversation>();
        while (await reader.ReadAsync(ct))
        {
            stored.Add(new StoredConversation(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2)));
        }

        return stored;
    }

    /// <summary>Takes a snapshot and holds it open until it is disposed.</summary>
    public async Task<HeldSnapshot> HoldSnapshotAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(Storage.ConnectionString);
        await connection.OpenAsync(ct);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await ExecuteAsync(connection, "SELECT count(*) FROM interactions", ct);
        return new HeldSnapshot(connection, transaction);
    }

    public TimeSpan ProcessorTime() => ProcessFigures.FamilyTime(_cluster.ProcessId);

    public async Task AgeLabelsAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Storage.ConnectionString);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, "UPDATE interactions SET model_version = 'older' WHERE model_version IS NOT NULL", ct);
        await ExecuteAsync(connection, "VACUUM ANALYZE interactions", ct);
    }

    /// <summary>By binary COPY, the fastest way in; the median of some runs.</summary>
    public async Task<double> RawRateAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Storage.ConnectionString);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, $"CREATE TABLE {Copy} (LIKE interactions INCLUDING ALL)", ct);
        var columns = await ColumnsAsync(connection, ct);
        using var rows = new MemoryStream();
        await using (var reading = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {columns} FROM interactions) TO STDOUT (FORMAT BINARY)", ct))
        {
            await reading.CopyToAsync(rows, ct);
        }

        var rates = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            rates.Add(await CopyAsync(connection, columns, rows, ct));
        }

        return rates.Order().ElementAt(Runs / 2);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(Storage.Folder, recursive: true);
    }

    private static async Task<double> CopyAsync(NpgsqlConnection connection, string columns, MemoryStream rows, CancellationToken ct)
    {
        await ExecuteAsync(connection, $"TRUNCATE {Copy}", ct);
        rows.Position = 0;
        var watch = Stopwatch.StartNew();
        await using (var writing = await connection.BeginRawBinaryCopyAsync($"COPY {Copy} ({columns}) FROM STDIN (FORMAT BINARY)", ct))
        {
            await rows.CopyToAsync(writing, ct);
        }

        var took = watch.Elapsed;
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {Copy}", connection);
        return (long)(await count.ExecuteScalarAsync(ct))! / took.TotalSeconds;
    }

    // What the database makes itself, such as the words of the search index, is not sent.
    private static async Task<string> ColumnsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(
            """
            SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = 'interactions' AND is_generated = 'NEVER'
            """,
            connection);
        return (string)(await query.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
