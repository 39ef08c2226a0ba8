using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.People;

/// <param name="Role">What they may do from now on; not more than you may.</param>
public sealed record RoleChange(Role Role);

internal static class ChangeRole
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/users/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ManageTenant).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Changes what a member may do</summary>
    /// <remarks>It counts within seconds. Nobody changes their own role or that of somebody above them.</remarks>
    /// <param name="id">The member.</param>
    private static async Task<Results<Ok<Member>, ProblemHttpResult>> HandleAsync(
        Guid id, RoleChange request, Caller caller, CrmDbContext db, AuditTrail audit, SessionDirectory sessions, CancellationToken ct)
    {
        var member = await db.Set<Membership>().SingleOrDefaultAsync(m => m.UserId == id && m.RemovedAt == null, ct);
        if (member is null)
        {
            return Problems.NotFound("member");
        }

        if (!RolePermissions.MayGive(caller.Role, request.Role))
        {
            return Problems.Invalid("role", "Nobody can give more than they may do themselves.");
        }

        // Since nobody changes themselves, an owner is always left.
        if (id == caller.UserId || !RolePermissions.MayGive(caller.Role, member.Role))
        {
            return Problems.Conflict("member-kept", "Nobody can change their own role or that of somebody above them; ask another owner.");
        }

        audit.Record("member.role", "user", id, $"{member.Role} → {request.Role}");
        member.Role = request.Role;
        await db.SaveChangesAsync(ct);
        sessions.Forget(id, caller.TenantId);
        var user = await db.Users.SingleAsync(u => u.Id == id, ct);
        return TypedResults.Ok(new Member(id, user.Name, user.Email!, member.Role));
    }
}
