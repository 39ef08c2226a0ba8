using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>The teams of the caller's tenant, for slices that show them or give them work.</summary>
public sealed class Teams(CrmDbContext db)
{
    public async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) => ids.Count == 0
        ? []
        : await db.Set<Team>().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, ct);

    public Task<bool> ExistsAsync(Guid id, CancellationToken ct) => db.Set<Team>().AnyAsync(t => t.Id == id, ct);
}
