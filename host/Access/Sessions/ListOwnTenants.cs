using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Sessions;

internal static class ListOwnTenants
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/session/tenants", HandleAsync).RequireAuthorization();

    /// <summary>Lists the organisations one works in</summary>
    /// <remarks>Those between which the signed-in person can switch. An API key belongs to one alone.</remarks>
    private static async Task<Ok<Page<SessionTenant>>> HandleAsync(Caller caller, CrmDbContext db, CancellationToken ct)
    {
        var mine = db.Set<Membership>().IgnoreQueryFilters().Where(m => m.RemovedAt == null)
            .Where(m => caller.UserId == null ? m.TenantId == caller.TenantId : m.UserId == caller.UserId).Select(m => m.TenantId);
        var tenants = await db.Set<Tenant>().Where(t => mine.Contains(t.Id)).OrderBy(t => t.Name).ThenBy(t => t.Id)
            .Select(t => new SessionTenant(t.Id, t.Name, t.TimeZone)).ToListAsync(ct);
        return TypedResults.Ok(new Page<SessionTenant>(tenants, null));
    }
}
