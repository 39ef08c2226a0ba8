using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Classification;

/// <summary>
/// Gives messages of one tenant the labels that they have been waiting for, and does what follows from them by one
/// transaction: the relationships are revised, and the rules tried that look at labels.
/// </summary>
internal sealed class LateLabels(
    CrmDbContext db, OptimisticCommands commands, LabelledMessages messages, LateRouting routing, CustomerDirectory customers, IdentityBlocks identities, WorkspaceFeed feed)
{
    public async Task ApplyAsync(Guid tenantId, IReadOnlyDictionary<UnlabelledMessage, MessageLabels> found, CancellationToken ct)
    {
        db.TenantId = tenantId;
        var changed = await commands.RunAsync(() => SaveAsync(tenantId, found, ct), ct);
        if (changed.Count == 0)
        {
            return;
        }

        var owners = await customers.OfAsync(changed.Select(m => m.IdentityId).ToHashSet(), ct);
        await feed.PublishAsync(
            new WorkspaceChange(
                tenantId,
                "label",
                [.. changed.Select(m => m.ConversationId).Distinct()],
                [.. changed.Select(m => owners[m.IdentityId].CustomerId).Distinct()]),
            CancellationToken.None);
    }

    private async Task<List<Interaction>> SaveAsync(Guid tenantId, IReadOnlyDictionary<UnlabelledMessage, MessageLabels> found, CancellationToken ct)
    {
        var asked = found.ToDictionary(pair => pair.Key.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await identities.HoldAsync(await messages.IdentitiesAsync(asked.Keys, ct), ct);
        var current = await messages.LoadAsync(asked.Keys, ct);

        // Meanwhile it may have been labelled by another node, edited, or taken down: then these labels are of another text.
        var waiting = current.FindAll(m => m.Labels.Pending && m.DeletedAt is null && m.Revision == asked[m.Id].Key.Revision);
        foreach (var message in waiting)
        {
            await messages.RelabelAsync(message, message.Labels.ToLabels().Completed(asked[message.Id].Value), ct);
        }

        await db.SaveChangesAsync(ct);
        var told = await routing.RunAsync(tenantId, waiting, ct);
        await transaction.CommitAsync(ct);
        await feed.TellAsync(tenantId, told);
        return waiting;
    }
}
