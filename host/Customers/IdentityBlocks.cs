using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Customers;

/// <summary>An account that is blocked.</summary>
/// <param name="Identity">The account.</param>
/// <param name="ChannelId">The channel on which we met it first.</param>
/// <param name="At">Since when.</param>
/// <param name="By">The person or key that blocked it.</param>
public sealed record BlockedIdentity(ShownIdentity Identity, Guid ChannelId, DateTime At, Guid? By);

/// <summary>Which accounts are not to reach people. The caller owns the transaction and saves.</summary>
public sealed class IdentityBlocks(CrmDbContext db, Caller caller, CustomerDirectory directory)
{
    /// <summary>
    /// Locks the accounts, and with them all that the pipeline does for them, until the transaction ends. Accounts are locked
    /// before conversations, always.
    /// </summary>
    public async Task HoldAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
        {
            var wanted = ids.ToArray();
            await db.Database.ExecuteSqlAsync(
                $"""
                SELECT 1 FROM identities i JOIN relationships r ON r.tenant_id = i.tenant_id AND r.identity_id = i.id
                WHERE i.tenant_id = {db.TenantId} AND i.id = ANY({wanted}) ORDER BY i.id FOR UPDATE
                """,
                ct);
        }
    }

    /// <summary>Blocks or unblocks them; those that changed.</summary>
    public async Task<List<Guid>> SetAsync(IReadOnlyCollection<Guid> ids, bool blocked, DateTime now, CancellationToken ct)
    {
        var changed = await db.Set<Identity>().Where(i => ids.Contains(i.Id) && i.BlockedAt != null != blocked).ToListAsync(ct);
        foreach (var identity in changed)
        {
            (identity.BlockedAt, identity.BlockedBy) = blocked ? (now, caller.ActorId) : ((DateTime?)null, (Guid?)null);
        }

        return changed.ConvertAll(i => i.Id);
    }

    public Task<bool> ExistsAsync(Guid id, CancellationToken ct) => db.Set<Identity>().AnyAsync(i => i.Id == id, ct);

    /// <summary>The blocked accounts, the latest first.</summary>
    public async Task<(List<BlockedIdentity> Items, string? Next)> ListAsync(int limit, Cursor? after, CancellationToken ct)
    {
        var blocked = db.Set<Identity>().AsNoTracking().Where(i => i.BlockedAt != null);
        if (after is { } place)
        {
            blocked = blocked.Where(i => i.BlockedAt <= place.Time && (i.BlockedAt < place.Time || i.Id.CompareTo(place.Id) < 0));
        }

        var rows = await blocked.OrderByDescending(i => i.BlockedAt).ThenByDescending(i => i.Id).Take(limit + 1).ToListAsync(ct);
        var part = rows.ToPage(limit, i => new Cursor(i.BlockedAt!.Value, i.Id));
        var shown = await directory.OfAsync([.. part.Items.Select(i => i.Id)], ct);
        return ([.. part.Items.Select(i => new BlockedIdentity(shown[i.Id], i.ChannelId, i.BlockedAt!.Value, i.BlockedBy))], part.Next);
    }
}
