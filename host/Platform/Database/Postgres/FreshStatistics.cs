using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>
/// Has PostgreSQL look at tables that have filled but were never analysed: its own daemon comes a minute later, and until
/// then the planner takes a tenant's messages for a handful of rows and reads them all. After the first time it is the
/// daemon's work. A new month's partition of the interactions is such a table, too.
/// </summary>
internal sealed class FreshStatistics(NpgsqlDataSource source, TimeProvider time, ILogger<FreshStatistics> log) : BackgroundService
{
    private const int WorthIt = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await AnalyseAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.StatisticsFailed(error);
            }
        }
    }

    private async Task AnalyseAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        foreach (var table in await NewTablesAsync(connection, ct))
        {
            await using var analyse = new NpgsqlCommand($"ANALYZE {table}", connection);
            await analyse.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<List<string>> NewTablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(
            $"""
            SELECT format('%I.%I', schemaname, relname) FROM pg_stat_user_tables
            WHERE schemaname = current_schema() AND n_live_tup >= {WorthIt} AND last_analyze IS NULL AND last_autoanalyze IS NULL
            """,
            connection);
        await using var reader = await query.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
