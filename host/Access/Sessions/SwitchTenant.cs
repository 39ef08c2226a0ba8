using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Sessions;

/// <param name="Tenant">The organisation to work in from now on.</param>
public sealed record TenantChoice(Guid Tenant);

internal static class SwitchTenant
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/session/tenant", HandleAsync).RequireAuthorization().ProducesProblem(404);

    /// <summary>Switches to another organisation</summary>
    /// <remarks>For people who are members of several. The session, in all its windows, acts there from now on.</remarks>
    private static async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> HandleAsync(
        TenantChoice request, Caller caller, SessionDirectory sessions, SessionStart session, CancellationToken ct) =>
        caller.UserId is { } user && await sessions.FindAsync(user, request.Tenant, ct) is { } access
            ? TypedResults.Ok(await session.SignInAsync(access))
            : Problems.NotFound("organisation of yours");
}
