using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Organisation;

internal static class GetOrganisation
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/organisation", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace);

    /// <summary>Gives the organisation's settings</summary>
    /// <remarks>Its name, time zone and guidelines.</remarks>
    private static async Task<Ok<OrganisationSettings>> HandleAsync(Caller caller, CrmDbContext db, CancellationToken ct) =>
        TypedResults.Ok(OrganisationSettings.Of(await db.Set<Tenant>().AsNoTracking().SingleAsync(t => t.Id == caller.TenantId, ct)));
}
