using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>The teams of the caller's tenant, for slices that show them or give them work.</summary>
public sealed class Teams(CrmDbContext db)
{
    public async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) => ids.Count == 0
        ? []
        : await db.Set<Team>().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, ct);

    /// <summary>
    /// True when the teams are there, and then they stay until the caller's transaction ends. To be called after the
    /// conversations that are given to them are locked or written: teams are locked last.
    /// </summary>
    public async Task<bool> HoldAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToArray();
        var found = db.Database.IsNpgsql()
            ? await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM teams WHERE tenant_id = {db.TenantId} AND id = ANY({wanted}) ORDER BY id FOR KEY SHARE").ToListAsync(ct)
            : await db.Set<Team>().Where(t => wanted.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        return found.Count == wanted.Length;
    }

    /// <summary>Waits for all who hold a team that is to be deleted, and keeps its heir; false when either is gone.</summary>
    internal async Task<bool> CloseAsync(Guid id, Guid heir, CancellationToken ct)
    {
        Guid[] order = db.Database.IsNpgsql() ? [.. new[] { id, heir }.Order()] : [];
        foreach (var team in order)
        {
            var found = team == id
                ? await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM teams WHERE tenant_id = {db.TenantId} AND id = {id} FOR UPDATE").ToListAsync(ct)
                : await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM teams WHERE tenant_id = {db.TenantId} AND id = {heir} FOR KEY SHARE").ToListAsync(ct);
            if (found.Count == 0)
            {
                return false;
            }
        }

        return true;
    }

    public Task<bool> ExistsAsync(Guid id, CancellationToken ct) => db.Set<Team>().AnyAsync(t => t.Id == id, ct);
}
