using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace SocialCrm.Host.Platform.Events;

/// <summary>Sends hints through NOTIFY, and on each node hands what it hears to that node's clients.</summary>
internal sealed class PostgresFeed(NpgsqlDataSource source, IHubContext<WorkspaceHub> hub, TimeProvider time, ILogger<PostgresFeed> log)
    : WorkspaceFeed(hub), IHostedService, IDisposable
{
    private const string Channel = "socialcrm_workspace";

    private readonly CancellationTokenSource _stopping = new();
    private Task _listening = Task.CompletedTask;

    public override async Task PublishAsync(WorkspaceChange change, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"SELECT pg_notify('{Channel}', $1)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(Bounded(change), EventsJson.Default.WorkspaceChange) });
        await command.ExecuteNonQueryAsync(ct);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listening = ListenForeverAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _listening.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task ListenForeverAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                log.ListeningLost(error);
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        connection.Notification += (_, notification) => Hand(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private async void Hand(string payload)
    {
        try
        {
            await SendToClientsAsync(JsonSerializer.Deserialize(payload, EventsJson.Default.WorkspaceChange)!, _stopping.Token);
        }
        catch (Exception error)
        {
            log.HintLost(error);
        }
    }
}
