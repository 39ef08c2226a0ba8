using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

/// <summary>The people of the caller's tenant, for slices that show or assign them.</summary>
public sealed class Members(CrmDbContext db)
{
    /// <summary>Names by id, of people who left too: what they wrote stays theirs.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct)
    {
        var ids = userIds.Distinct().ToList();
        return ids.Count == 0
            ? Task.FromResult(new Dictionary<Guid, string>())
            : db.Set<Membership>().Where(m => ids.Contains(m.UserId))
                .Join(db.Users, m => m.UserId, u => u.Id, (_, u) => new { u.Id, u.Name })
                .ToDictionaryAsync(u => u.Id, u => u.Name, ct);
    }

    /// <summary>True for a present member, to whom work can be given.</summary>
    public Task<bool> ExistsAsync(Guid userId, CancellationToken ct) =>
        db.Set<Membership>().AnyAsync(m => m.UserId == userId && m.RemovedAt == null, ct);
}
