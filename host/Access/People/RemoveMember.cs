using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.People;

internal static class RemoveMember
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/users/{id:guid}", HandleAsync).RequireAuthorization(Permissions.ManageTenant)
            .ProducesProblem(404).ProducesProblem(409);

    /// <summary>Removes a member</summary>
    /// <remarks>Their access ends within seconds; what they wrote keeps their name. Nobody removes themselves or somebody above them.</remarks>
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Caller caller, CrmDbContext db, AuditTrail audit, SessionDirectory sessions, MemberNews news, TimeProvider time, CancellationToken ct)
    {
        var member = await db.Set<Membership>().SingleOrDefaultAsync(m => m.UserId == id && m.RemovedAt == null, ct);
        if (member is null)
        {
            return Problems.NotFound("member");
        }

        if (id == caller.UserId || !RolePermissions.MayGive(caller.Role, member.Role))
        {
            return Problems.Conflict("member-kept", "Nobody can remove themselves or somebody above them; ask another owner.");
        }

        member.RemovedAt = time.GetUtcNow().UtcDateTime;
        audit.Record("member.removed", "user", id);
        await db.SaveChangesAsync(ct);
        sessions.Forget(id, caller.TenantId);
        await news.ChangedAsync(caller.TenantId);
        return TypedResults.NoContent();
    }
}
