using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>Locks conversations in the order of their ids, as the pipeline does, until the transaction ends. SQLite's one writer needs none.</summary>
internal sealed class ConversationLocks(CrmDbContext db)
{
    public Task OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToArray();
        return db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM conversations WHERE tenant_id = {db.TenantId} AND id = ANY({wanted}) ORDER BY id FOR UPDATE", ct)
            : Task.CompletedTask;
    }

    public Task OfIdentitiesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToArray();
        return db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM conversations WHERE tenant_id = {db.TenantId} AND identity_id = ANY({wanted}) ORDER BY id FOR UPDATE", ct)
            : Task.CompletedTask;
    }
}
