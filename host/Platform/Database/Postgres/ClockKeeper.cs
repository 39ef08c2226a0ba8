using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>Compares this machine's clock with the database's, before the server serves and from then on: clocks are set, databases move.</summary>
internal sealed class ClockKeeper(NpgsqlDataSource source, DatabaseClock clock, ILogger<ClockKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public async Task SetAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        if (await clock.SetAsync(async () => (DateTime)(await command.ExecuteScalarAsync(ct))!))
        {
            log.ClockSet(clock.Offset);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SetAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.ClockUnknown(error);
            }
        }
    }
}
