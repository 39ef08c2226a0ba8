using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

/// <summary>Tells a batch who of some people can be given work now.</summary>
public static class ActivePeople
{
    public static async Task<Dictionary<Guid, string>> OfAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> userIds, CancellationToken ct)
    {
        if (userIds.Count == 0)
        {
            return [];
        }

        var rows = await session.QueryAsync(
            $"""
            SELECT u.id, u.name FROM memberships m JOIN users u ON u.id = m.user_id
            WHERE m.tenant_id = @tenant AND m.removed_at IS NULL AND m.user_id {session.Dialect.AnyOf("@ids")}
            """,
            new() { ["tenant"] = tenantId, ["ids"] = userIds.ToArray() },
            row => (Id: row.GetGuid(0), Name: row.GetString(1)),
            ct);
        return rows.ToDictionary(r => r.Id, r => r.Name);
    }

    /// <summary>Where present members get e-mail, and what their organisation is called.</summary>
    public static async Task<Dictionary<Guid, (string Address, string Organisation)>> AddressesAsync(
        SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> userIds, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT u.id, u.email, t.name FROM memberships m JOIN users u ON u.id = m.user_id JOIN tenants t ON t.id = m.tenant_id
            WHERE m.tenant_id = @tenant AND m.removed_at IS NULL AND m.user_id {session.Dialect.AnyOf("@ids")}
            """,
            new() { ["tenant"] = tenantId, ["ids"] = userIds.ToArray() },
            row => (Id: row.GetGuid(0), Address: row.GetString(1), Organisation: row.GetString(2)),
            ct);
        return rows.ToDictionary(r => r.Id, r => (r.Address, r.Organisation));
    }

    /// <summary>The members who may do something, to tell them that it is to be done.</summary>
    public static Task<List<Guid>> WhoMayAsync(SqlSession session, Guid tenantId, string permission, CancellationToken ct) => session.QueryAsync(
        $"SELECT user_id FROM memberships WHERE tenant_id = @tenant AND removed_at IS NULL AND role {session.Dialect.AnyOf("@roles")}",
        new() { ["tenant"] = tenantId, ["roles"] = Enum.GetValues<Role>().Where(r => RolePermissions.Of(r).Contains(permission)).Select(r => r.ToString()).ToArray() },
        row => row.GetGuid(0),
        ct);
}
