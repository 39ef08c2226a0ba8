using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>
/// Lets the classification slice change the labels of messages, and with them what the messages count for in the
/// relationship. The caller saves, and runs again where somebody else changed the same (<see cref="OptimisticCommands"/>).
/// </summary>
public sealed class LabelledMessages(CrmDbContext db)
{
    /// <summary>Messages of all tenants that wait for their labels, the longest waiting first, after a given one.</summary>
    public Task<List<UnlabelledMessage>> WaitingAsync(Guid after, int most, CancellationToken ct) =>
        db.Set<Interaction>().IgnoreQueryFilters()
            .Where(m => m.Labels.Pending && m.DeletedAt == null && m.Id.CompareTo(after) > 0)
            .OrderBy(m => m.Id).Take(most)
            .Select(m => new UnlabelledMessage(m.TenantId, m.Id, m.Revision, m.Text!, m.Kind, m.InReplyTo != null))
            .ToListAsync(ct);

    /// <summary>Whose messages these are.</summary>
    public Task<List<Guid>> IdentitiesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        db.Set<Interaction>().Where(m => ids.Contains(m.Id)).Select(m => m.IdentityId).Distinct().ToListAsync(ct);

    /// <summary>The messages, read after the relationships whose versions guard them.</summary>
    public async Task<List<Interaction>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await Relationships.LoadAsync(db, await IdentitiesAsync(ids, ct), ct);
        return await db.Set<Interaction>().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
    }

    public Task RelabelAsync(Interaction message, MessageLabels labels, CancellationToken ct)
    {
        var (before, counted) = (message.ToContact(), CountedMessage.Of(message));
        message.Labels = LabelColumns.Of(labels);
        Rollups.Change(db, counted, CountedMessage.Of(message));
        return Relationships.ChangeAsync(db, message.IdentityId, r => r.Revise(before, message.ToContact()), ct);
    }
}
