using Microsoft.AspNetCore.SignalR;

namespace SocialCrm.Host.Platform.Events;

internal sealed class LocalFeed(IHubContext<WorkspaceHub> hub) : WorkspaceFeed(hub)
{
    public override Task PublishAsync(WorkspaceChange change, CancellationToken ct) => SendToClientsAsync(Bounded(change), ct);
}
