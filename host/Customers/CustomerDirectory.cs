using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>The customers of the caller's tenant, for slices that show them beside what is theirs.</summary>
public sealed class CustomerDirectory(CrmDbContext db, ICrmDatabase database)
{
    /// <summary>The accounts by their ids, each with its customer's name.</summary>
    public async Task<Dictionary<Guid, ShownIdentity>> OfAsync(IReadOnlyCollection<Guid> identityIds, CancellationToken ct)
    {
        if (identityIds.Count == 0)
        {
            return [];
        }

        // All accounts of these customers: the newest name may be that of another one.
        var owners = db.Set<Identity>().Where(i => identityIds.Contains(i.Id)).Select(i => i.CustomerId);
        var rows = await (
            from identity in db.Set<Identity>().AsNoTracking()
            join customer in db.Set<Customer>() on identity.CustomerId equals customer.Id
            where owners.Contains(identity.CustomerId)
            select new { Identity = identity, Given = customer.Name }).ToListAsync(ct);
        return rows.GroupBy(r => r.Identity.CustomerId)
            .SelectMany(group => Show(group.First().Given, [.. group.Select(r => r.Identity)]))
            .ToDictionary(shown => shown.Id);
    }

    /// <summary>The accounts of a customer; none when there is no such customer here.</summary>
    public async Task<List<Guid>> IdentitiesAsync(Guid customerId, CancellationToken ct)
    {
        var standing = await StandingAsync(customerId, ct);
        return await db.Set<Identity>().Where(i => i.CustomerId == standing).Select(i => i.Id).ToListAsync(ct);
    }

    /// <summary>Whose an account is.</summary>
    public Task<Guid?> OwnerAsync(Guid identityId, CancellationToken ct) =>
        db.Set<Identity>().Where(i => i.Id == identityId).Select(i => (Guid?)i.CustomerId).SingleOrDefaultAsync(ct);

    /// <summary>The accounts whose name, handle or id has the words, as a part of a larger query.</summary>
    public IQueryable<Identity> Search(SearchWords words) =>
        db.Set<Identity>().FromSqlRaw(database.Dialect.Search("identities"), database.Dialect.SearchTerm(words, db.TenantId));

    /// <summary>Those of the accounts that are blocked.</summary>
    public Task<List<Guid>> BlockedAsync(IReadOnlyCollection<Guid> identityIds, CancellationToken ct) =>
        db.Set<Identity>().Where(i => identityIds.Contains(i.Id) && i.BlockedAt != null).Select(i => i.Id).ToListAsync(ct);

    /// <summary>The customer who now stands for this one: itself, or the one it was merged into.</summary>
    public async Task<Guid> StandingAsync(Guid customerId, CancellationToken ct)
    {
        while (await db.Set<Customer>().Where(c => c.Id == customerId).Select(c => c.MergedInto).SingleOrDefaultAsync(ct) is { } next)
        {
            customerId = next;
        }

        return customerId;
    }

    private static IEnumerable<ShownIdentity> Show(string? given, List<Identity> identities)
    {
        var name = CustomerName.Of(given, identities);
        return identities.Select(i => new ShownIdentity(i.Id, i.CustomerId, i.Name ?? i.Handle ?? i.ExternalId, i.Handle, name) { Followers = i.Followers, IsBlocked = i.BlockedAt is not null });
    }
}
