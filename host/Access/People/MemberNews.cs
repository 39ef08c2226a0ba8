using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Access.People;

/// <summary>Tells open workspaces who works there now: whoever has just joined can be given work and be mentioned at once.</summary>
internal sealed class MemberNews(WorkspaceFeed feed)
{
    // The change is saved: it is told although the request may have been given up.
    public Task ChangedAsync(Guid tenantId) => feed.PublishAsync(new WorkspaceChange(tenantId, "members", [], []), CancellationToken.None);
}
