using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>Messages by their ids, for slices that pass them on.</summary>
public sealed class StoredMessages(CrmDbContext db)
{
    public Task<Interaction?> FindAsync(Guid id, CancellationToken ct) => db.Set<Interaction>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);

    /// <summary>Those of the messages that are there.</summary>
    public Task<Dictionary<Guid, Interaction>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        db.Set<Interaction>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);

    /// <summary>The message that was stored last; null where there is none.</summary>
    public Task<Guid?> NewestAsync(CancellationToken ct) =>
        db.Set<Interaction>().Where(m => m.DeletedAt == null).OrderByDescending(m => m.OccurredAt).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct);
}
