using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.ApiKeys;

internal static class RevokeApiKey
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/api-keys/{id:guid}", HandleAsync).RequireAuthorization(Permissions.ManageApiKeys).ProducesProblem(404);

    /// <summary>Revokes an API key</summary>
    /// <remarks>It stops working at once and for good.</remarks>
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == id && k.RevokedAt == null, ct) is not { } key)
        {
            return Problems.NotFound("API key");
        }

        key.RevokedAt = time.GetUtcNow().UtcDateTime;
        audit.Record("apikey.revoked", "apikey", key.Id, key.Name);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
