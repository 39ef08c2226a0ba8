using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Notifications;

internal static class NotificationNews
{
    /// <summary>A hint to these people's open workspaces, and nobody else's, that their notifications changed.</summary>
    public static async Task TellAsync(this WorkspaceFeed feed, Guid tenantId, IReadOnlyCollection<Guid> people)
    {
        foreach (var some in people.Chunk(WorkspaceChange.MostIds))
        {
            await feed.PublishAsync(new WorkspaceChange(tenantId, WorkspaceChange.Notifications, [], []) { People = some }, CancellationToken.None);
        }
    }
}
