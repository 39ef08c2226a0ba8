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

    public static async Task<PostgresBench> StartAsync()
    {
        var cluster = await PostgresCluster.StartAsync("fsync=on", "synchronous_commit=on", "shared_buffers=512MB", "max_wal_size=4GB");
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

    public TimeSpan ProcessorTime() => ProcessFigures.FamilyTime(_cluster.ProcessId);

    /// <summary>By binary COPY, the fastest way in; the median of some runs.</summary>
    public async Task<double> RawRateAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Storage.ConnectionString);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, $"CREATE TABLE {Copy} (LIKE interactions INCLUDING ALL)", ct);
        using var rows = new MemoryStream();
        await using (var reading = await connection.BeginRawBinaryCopyAsync("COPY (SELECT * FROM interactions) TO STDOUT (FORMAT BINARY)", ct))
        {
            await reading.CopyToAsync(rows, ct);
        }

        var rates = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            rates.Add(await CopyAsync(connection, rows, ct));
        }

        return rates.Order().ElementAt(Runs / 2);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(Storage.Folder, recursive: true);
    }

    private static async Task<double> CopyAsync(NpgsqlConnection connection, MemoryStream rows, CancellationToken ct)
    {
        await ExecuteAsync(connection, $"TRUNCATE {Copy}", ct);
        rows.Position = 0;
        var watch = Stopwatch.StartNew();
        await using (var writing = await connection.BeginRawBinaryCopyAsync($"COPY {Copy} FROM STDIN (FORMAT BINARY)", ct))
        {
            await rows.CopyToAsync(writing, ct);
        }

        var took = watch.Elapsed;
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {Copy}", connection);
        return (long)(await count.ExecuteScalarAsync(ct))! / took.TotalSeconds;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
