using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Routing;

/// <summary>
/// Deletes a team once no conversation is left in it. Conversations first, teams last, as everywhere; what was given to the
/// team before it was locked is found by looking again, and then all of it is done once more.
/// </summary>
internal sealed class RemoveTeam(CrmDbContext db, AuditTrail audit, TeamConversations conversations, Teams teams, OptimisticCommands commands)
{
    /// <summary>What kept the team from being deleted; null when it is gone.</summary>
    public async Task<ProblemHttpResult?> RunAsync(Guid id, CancellationToken ct)
    {
        try
        {
            return await commands.RunAsync(() => SaveAsync(id, ct), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.Conflict("team-in-use", "Conversations are going to this team right now. Change the rules that send them, then try again.");
        }
    }

    private async Task<ProblemHttpResult?> SaveAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var all = await db.Set<Team>().Where(t => t.Id == id || t.IsDefault).ToListAsync(ct);
        if (all.Find(t => t.Id == id) is not { } team)
        {
            return Problems.NotFound("team");
        }

        if (team.IsDefault)
        {
            return Problems.Conflict("default-team", "The default team cannot be deleted. Make another team the default first.");
        }

        var heir = all.Single(t => t.IsDefault).Id;
        await conversations.MoveAllAsync(id, heir, ct);
        if (!await teams.CloseAsync(id, heir, ct) || await conversations.AnyAsync(id, ct))
        {
            throw new DbUpdateConcurrencyException("The team was given a conversation, or its heir was deleted.");
        }

        db.RemoveRange(await db.Set<TeamMember>().Where(m => m.TeamId == id).ToListAsync(ct));
        db.Remove(team);
        audit.Record("team.deleted", "team", id, team.Name);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
