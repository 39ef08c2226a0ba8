using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Invitations;

/// <summary>Finds an invitation by its secret, for whoever holds the link and is nobody here yet.</summary>
internal sealed class OpenInvitations(CrmDbContext db, TimeProvider time)
{
    public static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Gone() => Problems.Of(
        StatusCodes.Status404NotFound, "invitation-gone", "This invitation does not work.",
        "It was used, withdrawn, replaced by a newer one or is older than seven days. Ask for a new one.");

    public async Task<Invitation?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = OneTimeSecret.Hash(secret);
        var found = await db.Set<Invitation>().IgnoreQueryFilters().SingleOrDefaultAsync(i => i.Hash == hash, ct);
        return found?.IsOpen(time.GetUtcNow().UtcDateTime) == true ? found : null;
    }

    public Task<string> TenantNameAsync(Invitation invitation, CancellationToken ct) =>
        db.Set<Tenant>().Where(t => t.Id == invitation.TenantId).Select(t => t.Name).SingleAsync(ct);
}
