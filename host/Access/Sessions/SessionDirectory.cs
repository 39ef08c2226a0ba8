using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>
/// Says for each request what a person may do: a cookie alone proves who they are, not what they still are. Kept for
/// seconds only; a change made on this node counts at once, one made on another within <see cref="KeptFor"/>.
/// </summary>
internal sealed class SessionDirectory(CrmDbContext db, IMemoryCache cache)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    public async ValueTask<SessionAccess?> FindAsync(Guid userId, Guid tenantId, CancellationToken ct)
    {
        var key = new Key(userId, tenantId);
        if (cache.TryGetValue(key, out SessionAccess? known))
        {
            return known;
        }

        var found = await Query(m => m.UserId == userId && m.TenantId == tenantId).FirstOrDefaultAsync(ct);
        return cache.Set(key, found, KeptFor);
    }

    /// <summary>Where a person lands on signing in: the oldest of their tenants.</summary>
    public async Task<SessionAccess?> FirstOfAsync(Guid userId, CancellationToken ct) =>
        await Query(m => m.UserId == userId).FirstOrDefaultAsync(ct);

    /// <summary>Read again after a change that the person made themselves.</summary>
    public async Task<SessionAccess> RenewAsync(Guid userId, Guid tenantId, CancellationToken ct)
    {
        Forget(userId, tenantId);
        return (await FindAsync(userId, tenantId, ct))!;
    }

    public void Forget(Guid userId, Guid tenantId) => cache.Remove(new Key(userId, tenantId));

    private IQueryable<SessionAccess> Query(Expression<Func<Membership, bool>> wanted) =>
        from member in db.Set<Membership>().IgnoreQueryFilters().Where(wanted)
        where member.RemovedAt == null
        join user in db.Users on member.UserId equals user.Id
        join tenant in db.Set<Tenant>() on member.TenantId equals tenant.Id
        orderby tenant.Id
        select new SessionAccess(
            user.Id, user.Name, user.Email!, user.PlatformAdmin, user.SecurityStamp, tenant.Id, tenant.Name, tenant.TimeZone, member.Role);

    private sealed record Key(Guid UserId, Guid TenantId);
}
