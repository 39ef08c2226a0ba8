using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Sessions;

internal static class GetSession
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/session", HandleAsync).RequireAuthorization();

    /// <summary>Says who is signed in</summary>
    /// <remarks>The person, their organisation and what they may do; renews the antiforgery token. With an API key, user is null.</remarks>
    private static async Task<Ok<SessionInfo>> HandleAsync(
        Caller caller, SessionDirectory sessions, AntiforgeryTokens tokens, CrmDbContext db, HttpContext context, CancellationToken ct)
    {
        if (caller.UserId is { } user && await sessions.FindAsync(user, caller.TenantId, ct) is { } access)
        {
            tokens.Give(context);
            return TypedResults.Ok(SessionStart.Info(access));
        }

        var tenant = await db.Set<Tenant>().Where(t => t.Id == caller.TenantId).Select(t => new SessionTenant(t.Id, t.Name, t.TimeZone)).SingleAsync(ct);
        return TypedResults.Ok(new SessionInfo(null, tenant, caller.Role, false, RolePermissions.Of(caller.Role)));
    }
}
