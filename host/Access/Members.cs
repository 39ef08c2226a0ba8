using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.ApiKeys;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

/// <summary>The people of the caller's tenant, for slices that show or assign them.</summary>
public sealed class Members(CrmDbContext db)
{
    /// <summary>Names by id, of people who left and keys that were revoked too: what they did stays theirs.</summary>
    public async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> actorIds, CancellationToken ct)
    {
        var ids = actorIds.Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var people = db.Set<Membership>().Where(m => ids.Contains(m.UserId)).Join(db.Users, m => m.UserId, u => u.Id, (_, u) => new { u.Id, u.Name });
        var keys = db.Set<ApiKey>().Where(k => ids.Contains(k.Id)).Select(k => new { k.Id, k.Name });
        return await people.Concat(keys).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
    }

    /// <summary>True for a present member, to whom work can be given.</summary>
    public Task<bool> ExistsAsync(Guid userId, CancellationToken ct) =>
        db.Set<Membership>().AnyAsync(m => m.UserId == userId && m.RemovedAt == null, ct);

    /// <summary>How many of these people are present members.</summary>
    public Task<int> CountAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct) =>
        db.Set<Membership>().CountAsync(m => userIds.Contains(m.UserId) && m.RemovedAt == null, ct);
}
