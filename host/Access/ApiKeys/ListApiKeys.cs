using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.ApiKeys;

internal static class ListApiKeys
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api-keys", HandleAsync).RequireAuthorization(Permissions.ManageApiKeys);

    /// <summary>Lists the API keys</summary>
    /// <remarks>All that are valid, oldest first. The keys themselves cannot be shown again.</remarks>
    private static async Task<Ok<Page<ApiKeyItem>>> HandleAsync(CrmDbContext db, CancellationToken ct)
    {
        var keys = await db.Set<ApiKey>().Where(k => k.RevokedAt == null).OrderBy(k => k.Id)
            .Select(k => new ApiKeyItem(k.Id, k.Name, k.Role, k.Prefix, k.CreatedAt, k.LastUsedAt))
            .ToListAsync(ct);
        return TypedResults.Ok(new Page<ApiKeyItem>(keys, null));
    }
}
