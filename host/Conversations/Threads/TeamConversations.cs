using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>What happens to conversations when their team goes.</summary>
public sealed class TeamConversations(CrmDbContext db)
{
    public async Task MoveAllAsync(Guid from, Guid to, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
        {
            // In the order in which everybody locks conversations.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM conversations WHERE tenant_id = {db.TenantId} AND team_id = {from} ORDER BY id FOR UPDATE", ct);
        }

        await db.Set<Conversation>().Where(c => c.TeamId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.TeamId, to).SetProperty(c => c.Version, c => c.Version + 1), ct);
    }

    /// <summary>True when the team has a conversation that the caller's transaction can see.</summary>
    public Task<bool> AnyAsync(Guid team, CancellationToken ct) => db.Set<Conversation>().AnyAsync(c => c.TeamId == team, ct);
}
