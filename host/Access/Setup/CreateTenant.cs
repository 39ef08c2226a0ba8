using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Setup;

/// <param name="Id">The organisation's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="OwnerId">Its owner.</param>
public sealed record CreatedTenant(Guid Id, string Name, Guid OwnerId);

internal static class CreateTenant
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tenants", HandleAsync).RequireAuthorization(Permissions.ManageTenants);

    /// <summary>Creates an organisation</summary>
    /// <remarks>With its owner, who can sign in at once. For platform admins.</remarks>
    private static async Task<Results<Created<CreatedTenant>, ProblemHttpResult>> HandleAsync(
        SignUp request, NewTenants tenants, CrmDbContext db, AuditTrail audit, CancellationToken ct)
    {
        if (await tenants.ErrorsAsync(request) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        var access = tenants.Add(request, platformAdmin: false);
        audit.Record("tenant.created", "tenant", access.TenantId, access.TenantName);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created((string?)null, new CreatedTenant(access.TenantId, access.TenantName, access.UserId));
    }
}
