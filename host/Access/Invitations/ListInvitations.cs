using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Invitations;

internal static class ListInvitations
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/invitations", HandleAsync).RequireAuthorization(Permissions.ManageTenant);

    /// <summary>Lists the open invitations</summary>
    /// <remarks>Those that can still be accepted, newest first; the newest 200. Their links are not shown again.</remarks>
    private static async Task<Ok<Page<InvitationItem>>> HandleAsync(CrmDbContext db, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var open = await db.Set<Invitation>().AsNoTracking().Where(i => i.ClosedAt == null && i.ExpiresAt > now)
            .OrderByDescending(i => i.Id).Take(Most).ToListAsync(ct);
        return TypedResults.Ok(new Page<InvitationItem>(open.ConvertAll(InvitationItem.Of), null));
    }
}
