using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Invitations;

internal static class WithdrawInvitation
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/invitations/{id:guid}", HandleAsync).RequireAuthorization(Permissions.ManageTenant).ProducesProblem(404);

    /// <summary>Withdraws an invitation</summary>
    /// <remarks>Its link stops working at once.</remarks>
    /// <param name="id">The invitation.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id && i.ClosedAt == null, ct) is not { } invitation)
        {
            return Problems.NotFound("open invitation");
        }

        invitation.ClosedAt = time.GetUtcNow().UtcDateTime;
        audit.Record("invitation.withdrawn", "invitation", id, invitation.Email);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
