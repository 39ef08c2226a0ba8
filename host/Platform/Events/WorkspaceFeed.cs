using Microsoft.AspNetCore.SignalR;

namespace SocialCrm.Host.Platform.Events;

/// <summary>
/// Tells open workspaces what changed, after it was committed. Only a hint: a client that missed one refetches when it
/// reconnects. On one node (SQLite) it stays in the process; on PostgreSQL it goes through NOTIFY to every node.
/// </summary>
public abstract class WorkspaceFeed(IHubContext<WorkspaceHub> hub)
{
    public abstract Task PublishAsync(WorkspaceChange change, CancellationToken ct);

    /// <summary>The same with so many ids that a hint stays small; past that clients look at all they show.</summary>
    protected static WorkspaceChange Bounded(WorkspaceChange change) => change with
    {
        Conversations = change.Conversations.Count > WorkspaceChange.MostIds ? [] : change.Conversations,
        Customers = change.Customers.Count > WorkspaceChange.MostIds ? [] : change.Customers,
    };

    protected Task SendToClientsAsync(WorkspaceChange change, CancellationToken ct)
    {
        var clients = hub.Clients.Group(WorkspaceHub.Group(change.TenantId));
        return change.Reason switch
        {
            WorkspaceChange.Notifications => hub.Clients.Groups(change.People.Select(p => WorkspaceHub.Group(change.TenantId, p))).SendAsync("notifications", new { }, ct),
            "dead-letters" => clients.SendAsync("deadLetters", new { }, ct),
            "channels" => clients.SendAsync("channels", new { }, ct),
            "members" => clients.SendAsync("members", new { }, ct),
            _ => clients.SendAsync("changed", new { reason = change.Reason, conversations = change.Conversations, customers = change.Customers }, ct),
        };
    }
}
