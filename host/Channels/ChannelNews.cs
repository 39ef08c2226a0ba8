using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Channels;

/// <summary>Makes a saved change of a channel known to this node's cache and to open workspaces.</summary>
internal sealed class ChannelNews(ChannelDirectory directory, WorkspaceFeed feed)
{
    public Task ChangedAsync(Guid tenantId)
    {
        // The change is saved: it is told although the request may have been given up.
        directory.Forget(tenantId);
        return feed.PublishAsync(new WorkspaceChange(tenantId, "channels", [], []), CancellationToken.None);
    }
}
