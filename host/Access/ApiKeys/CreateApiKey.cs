using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.ApiKeys;

/// <param name="Name">What the key is for.</param>
/// <param name="Role">What it may do; not more than you may.</param>
public sealed record NewApiKey(string Name, Role Role);

/// <param name="Id">The key's id.</param>
/// <param name="Key">The key itself. It is shown this once.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Prefix">Its first characters.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">Null: it was not used yet.</param>
public sealed record CreatedApiKey(Guid Id, string Key, string Name, Role Role, string Prefix, DateTime CreatedAt, DateTime? LastUsedAt);

internal static class CreateApiKey
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api-keys", HandleAsync).RequireAuthorization(Permissions.ManageApiKeys);

    /// <summary>Makes an API key</summary>
    /// <remarks>The answer holds the key, this once. Programs send it as header X-Api-Key.</remarks>
    private static async Task<Results<Created<CreatedApiKey>, ProblemHttpResult>> HandleAsync(
        NewApiKey request, Caller caller, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (Error(request, caller) is { } problem)
        {
            return problem;
        }

        var secret = ApiKeySecret.New();
        var now = time.GetUtcNow();
        var key = new ApiKey
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            Name = request.Name.Trim(),
            Role = request.Role,
            Hash = ApiKeySecret.Hash(secret),
            Prefix = ApiKeySecret.Prefix(secret),
            CreatedAt = now.UtcDateTime,
        };
        db.Add(key);
        audit.Record("apikey.created", "apikey", key.Id, $"{key.Name} ({key.Role})");
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/api-keys/{key.Id}", new CreatedApiKey(key.Id, secret, key.Name, key.Role, key.Prefix, key.CreatedAt, null));
    }

    private static ProblemHttpResult? Error(NewApiKey request, Caller caller)
    {
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > ApiKey.NameLength)
        {
            return Problems.Invalid("name", $"Give a name of at most {ApiKey.NameLength} characters.");
        }

        return RolePermissions.MayGive(caller.Role, request.Role)
            ? null
            : Problems.Invalid("role", "A key may not do more than the person who makes it.");
    }
}
