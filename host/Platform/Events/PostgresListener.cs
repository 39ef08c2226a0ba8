using Npgsql;

namespace SocialCrm.Host.Platform.Events;

/// <summary>Hears the hints of all nodes and hands them to this node's clients. Begins again when the connection is lost.</summary>
internal sealed class PostgresListener(NpgsqlDataSource source, PostgresFeed feed, TimeProvider time, ILogger<PostgresListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.ListeningLost(error);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => Hand(notification.Payload, ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresFeed.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private async void Hand(string payload, CancellationToken ct)
    {
        try
        {
            await feed.HandOnAsync(payload, ct);
        }
        catch (Exception error)
        {
            log.HintLost(error);
        }
    }
}
