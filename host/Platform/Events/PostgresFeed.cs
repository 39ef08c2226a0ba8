using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace SocialCrm.Host.Platform.Events;

/// <summary>Sends hints through NOTIFY; what each node hears of them goes to that node's clients (<see cref="PostgresListener"/>).</summary>
internal sealed class PostgresFeed(NpgsqlDataSource source, IHubContext<WorkspaceHub> hub) : WorkspaceFeed(hub)
{
    public const string Channel = "socialcrm_workspace";

    public override async Task PublishAsync(WorkspaceChange change, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"SELECT pg_notify('{Channel}', $1)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(Bounded(change), EventsJson.Default.WorkspaceChange) });
        await command.ExecuteNonQueryAsync(ct);
    }

    public Task HandOnAsync(string payload, CancellationToken ct) =>
        SendToClientsAsync(JsonSerializer.Deserialize(payload, EventsJson.Default.WorkspaceChange)!, ct);
}
