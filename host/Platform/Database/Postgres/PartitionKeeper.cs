using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>
/// Keeps a partition of the interactions for each month from the last one to three ahead, so that retention can drop
/// whole months. The bounds are UUIDv7 ids that begin with the month's first millisecond; older imports go to the default.
/// </summary>
internal sealed class PartitionKeeper(NpgsqlDataSource source, TimeProvider time, ILogger<PartitionKeeper> log) : BackgroundService
{
    private const long LockKey = 0x50617274; // "Part": one node at a time

    // Months ahead of need, so that a failure has many more tries before it is felt.
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    public async Task EnsureAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", ct);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS interactions_default PARTITION OF interactions DEFAULT", ct);
        var now = time.GetUtcNow();
        var first = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-1);
        for (var month = 0; month < 5; month++)
        {
            await ExecuteAsync(connection, Partition(first.AddMonths(month)), ct);
        }

        await transaction.CommitAsync(ct);
    }

    // The first time is before the server serves, with the migrations; this is for servers that run for months.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await EnsureAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.PartitionsFailed(error);
            }
        }
    }

    private static string Partition(DateTimeOffset month) =>
        $"CREATE TABLE IF NOT EXISTS interactions_y{month:yyyy}m{month:MM} PARTITION OF interactions "
        + $"FOR VALUES FROM ('{Bound(month)}') TO ('{Bound(month.AddMonths(1))}')";

    private static string Bound(DateTimeOffset time)
    {
        var hex = time.ToUnixTimeMilliseconds().ToString("x12");
        return $"{hex[..8]}-{hex[8..]}-0000-0000-000000000000";
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
