using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Who owns customers and which tier they are in, for the slices that decide by it. Read outside any transaction.</summary>
public sealed class RecordOwners(ICrmDatabase database)
{
    /// <summary>By the accounts of authors; those without a record have none.</summary>
    public async Task<Dictionary<AuthorKey, OwnerAndTier>> OfAuthorsAsync(Guid tenantId, IReadOnlyCollection<AuthorKey> authors, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var customers = await CustomerFamilies.StandingAsync(session, tenantId, authors, ct);
        var known = await OfAsync(session, tenantId, customers.Values.ToHashSet(), ct);
        return customers.Where(c => known.ContainsKey(c.Value)).ToDictionary(c => c.Key, c => known[c.Value]);
    }

    /// <summary>By customers who stand for themselves; those without a record have none.</summary>
    public async Task<Dictionary<Guid, OwnerAndTier>> OfCustomersAsync(Guid tenantId, IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await OfAsync(session, tenantId, customers, ct);
    }

    private static async Task<Dictionary<Guid, OwnerAndTier>> OfAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        var families = await CustomerFamilies.OfAsync(session, tenantId, customers, ct);
        var ids = families.SelectMany(f => f).Distinct().ToArray();
        if (ids.Length == 0)
        {
            return [];
        }

        var links = await session.QueryAsync(
            $"""
            SELECT customer_id, owner, tier FROM record_links
            WHERE tenant_id = @tenant AND customer_id {session.Dialect.AnyOf("@ids")} AND (owner IS NOT NULL OR tier IS NOT NULL)
            ORDER BY as_of DESC
            """,
            new() { ["tenant"] = tenantId, ["ids"] = ids },
            row => (Customer: row.GetGuid(0), Owner: row.Text(1), Tier: row.Text(2)),
            ct);
        var byCustomer = links.ToLookup(l => l.Customer);
        return families
            .Select(f => (f.Key, Links: f.SelectMany(id => byCustomer[id]).ToList()))
            .Where(f => f.Links.Count > 0)
            .ToDictionary(f => f.Key, f => new OwnerAndTier([.. f.Links.Select(l => l.Owner).OfType<string>()], [.. f.Links.Select(l => l.Tier).OfType<string>()]));
    }
}

/// <summary>What the systems of record say of a customer; several systems may say several things.</summary>
public sealed record OwnerAndTier(IReadOnlyList<string> Owners, IReadOnlyList<string> Tiers);
