using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Organisation;

internal static class ChangeOrganisation
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/organisation", HandleAsync).RequireAuthorization(Permissions.ManageTenant);

    /// <summary>Changes the organisation's settings</summary>
    /// <remarks>All of them at once: what is sent is what stands.</remarks>
    private static async Task<Results<Ok<OrganisationSettings>, ProblemHttpResult>> HandleAsync(
        OrganisationSettings request, Caller caller, CrmDbContext db, AuditTrail audit, SessionDirectory sessions, CancellationToken ct)
    {
        if (request.Errors() is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        var tenant = await db.Set<Tenant>().SingleAsync(t => t.Id == caller.TenantId, ct);
        request.WriteTo(tenant);
        audit.Record("organisation.changed", "tenant", tenant.Id, $"{tenant.Name}, {tenant.TimeZone}");
        await db.SaveChangesAsync(ct);
        sessions.Forget(caller.UserId ?? Guid.Empty, tenant.Id); // Others see the new name within seconds.
        return TypedResults.Ok(OrganisationSettings.Of(tenant));
    }
}
