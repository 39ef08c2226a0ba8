using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>
/// Moves identities between customers. Their states, messages and conversations belong to the identities and go with
/// them; nothing else is touched. Each change raises the versions of the customers at the top of the trees that it
/// changes, so that of two changes to one tree the later runs again from what is true then.
/// </summary>
internal sealed class Merges(CrmDbContext db)
{
    /// <summary>
    /// Loads the customers who stand for these, and then who is merged into whom. In this order: a change made before is
    /// seen, and one made after raises a version that was loaded, so that saving notices it.
    /// </summary>
    public async Task<(MergeTree Tree, Dictionary<Guid, Customer> Roots)> HoldAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var before = await TreeAsync(ct);
        var roots = ids.Select(before.Root).Distinct().ToList();
        var known = await db.Set<Customer>().Where(c => roots.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var tree = await TreeAsync(ct);
        return roots.Order().SequenceEqual(ids.Select(tree.Root).Distinct().Order())
            ? (tree, known)
            : throw new DbUpdateConcurrencyException("Another merge came between.");
    }

    /// <summary>Gives all identities of one customer to another. Both are the roots of their trees.</summary>
    public async Task JoinAsync(Customer into, Customer other, string by, DateTime now, CancellationToken ct)
    {
        (other.MergedInto, other.MergedAt, other.MergedBy) = (into.Id, now, by);
        into.Version++;
        other.Version++;
        var identities = await db.Set<Identity>().Where(i => i.CustomerId == other.Id).ToListAsync(ct);
        var ids = identities.ConvertAll(i => i.Id);
        var moved = await db.Set<MovedIdentity>().Where(m => ids.Contains(m.IdentityId)).Select(m => m.IdentityId).ToListAsync(ct);
        db.AddRange(ids.Except(moved).Select(id => new MovedIdentity { TenantId = db.TenantId, IdentityId = id, HomeId = other.Id }));
        identities.ForEach(i => i.CustomerId = into.Id);
    }

    /// <summary>Takes a customer that was merged, and all who were merged into it, out of the tree again.</summary>
    public async Task PartAsync(Customer root, Customer merged, MergeTree tree, CancellationToken ct)
    {
        var family = tree.Family(merged.Id);
        (merged.MergedInto, merged.MergedAt, merged.MergedBy) = (null, null, null);
        merged.Version++;
        root.Version++;
        var homes = db.Set<MovedIdentity>().Where(m => family.Contains(m.HomeId)).Select(m => m.IdentityId);
        var identities = await db.Set<Identity>().Where(i => homes.Contains(i.Id)).ToListAsync(ct);
        identities.ForEach(i => i.CustomerId = merged.Id);
    }

    private async Task<MergeTree> TreeAsync(CancellationToken ct) =>
        new(await db.Set<Customer>().AsNoTracking().Where(c => c.MergedInto != null).ToDictionaryAsync(c => c.Id, c => c.MergedInto!.Value, ct));
}
