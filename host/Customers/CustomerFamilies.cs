using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>
/// Which customers are one, for slices that keep something by customer: what is kept by a customer's id holds for whoever
/// stands for it now, and merging or undoing it changes nothing there.
/// </summary>
public static class CustomerFamilies
{
    /// <summary>A customer and all who were merged into it, directly or not, by the customer who stands for them.</summary>
    public static async Task<ILookup<Guid, Guid>> OfAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> standing, CancellationToken ct)
    {
        if (standing.Count == 0)
        {
            return Enumerable.Empty<(Guid Root, Guid Id)>().ToLookup(m => m.Root, m => m.Id);
        }

        var members = await session.QueryAsync(
            $"""
            WITH RECURSIVE family(root, id) AS (
                SELECT id, id FROM customers WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")}
                UNION ALL
                SELECT f.root, c.id FROM family f JOIN customers c ON c.tenant_id = @tenant AND c.merged_into = f.id)
            SELECT root, id FROM family
            """,
            new() { ["tenant"] = tenantId, ["ids"] = standing.ToArray() },
            row => (Root: row.GetGuid(0), Id: row.GetGuid(1)),
            ct);
        return members.ToLookup(m => m.Root, m => m.Id);
    }

    /// <summary>The customers who stand for the owners of accounts; unknown accounts have none.</summary>
    public static Task<Dictionary<AuthorKey, Guid>> StandingAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<AuthorKey> accounts, CancellationToken ct) =>
        OwnersAsync(session, tenantId, accounts, "i.customer_id", ct);

    /// <summary>The customers to whom accounts belonged before any merge; unknown accounts have none.</summary>
    public static Task<Dictionary<AuthorKey, Guid>> HomesAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<AuthorKey> accounts, CancellationToken ct) =>
        OwnersAsync(session, tenantId, accounts, "COALESCE((SELECT m.home_id FROM moved_identities m WHERE m.tenant_id = i.tenant_id AND m.identity_id = i.id), i.customer_id)", ct);

    /// <summary>Those of the ids that are customers of the tenant, merged ones too.</summary>
    public static async Task<HashSet<Guid>> KnownAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : [.. await session.QueryAsync(
            $"SELECT id FROM customers WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")}",
            new() { ["tenant"] = tenantId, ["ids"] = ids.ToArray() },
            row => row.GetGuid(0),
            ct)];

    private static async Task<Dictionary<AuthorKey, Guid>> OwnersAsync(
        SqlSession session, Guid tenantId, IReadOnlyCollection<AuthorKey> accounts, string owner, CancellationToken ct)
    {
        if (accounts.Count == 0)
        {
            return [];
        }

        var rows = await session.QueryAsync(
            $"""
            SELECT i.scope, i.external_id, {owner} FROM identities i
            WHERE i.tenant_id = @tenant AND i.scope {session.Dialect.AnyOf("@scopes")} AND i.external_id {session.Dialect.AnyOf("@ids")}
            """,
            new()
            {
                ["tenant"] = tenantId,
                ["scopes"] = accounts.Select(a => a.Scope).Distinct(StringComparer.Ordinal).ToArray(),
                ["ids"] = accounts.Select(a => a.ExternalId).Distinct(StringComparer.Ordinal).ToArray(),
            },
            row => (Key: new AuthorKey(row.GetString(0), row.GetString(1)), Owner: row.GetGuid(2)),
            ct);
        return rows.ToDictionary(r => r.Key, r => r.Owner);
    }
}
