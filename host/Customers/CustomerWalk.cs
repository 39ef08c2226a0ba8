using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>Goes through the customers who stand for themselves, for slices that do something with all of them.</summary>
public static class CustomerWalk
{
    /// <summary>How many were known at a time.</summary>
    public static async Task<long> CountAsync(SqlSession session, Guid tenantId, DateTime at, CancellationToken ct) => await session.ScalarAsync<long>(
        "SELECT count(*) FROM customers WHERE tenant_id = @tenant AND merged_into IS NULL AND created_at <= @at", new() { ["tenant"] = tenantId, ["at"] = at }, ct);

    /// <summary>Those that come after a customer in the order of their ids, of all that were known at a time.</summary>
    public static Task<List<Guid>> PageAsync(SqlSession session, Guid tenantId, Guid after, DateTime at, int most, CancellationToken ct) => session.QueryAsync(
        """
        SELECT id FROM customers
        WHERE tenant_id = @tenant AND id > @after AND merged_into IS NULL AND created_at <= @at ORDER BY id LIMIT @most
        """,
        new() { ["tenant"] = tenantId, ["after"] = after, ["at"] = at, ["most"] = most },
        row => row.GetGuid(0),
        ct);
}
