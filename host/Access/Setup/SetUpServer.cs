using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Setup;

internal static class SetUpServer
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/setup", HandleAsync).AllowAnonymous().ProducesProblem(409);

    /// <summary>Sets the server up</summary>
    /// <remarks>Creates the first organisation with its owner, who is also platform admin, and signs them in. Works once.</remarks>
    private static async Task<Results<Created<SessionInfo>, ProblemHttpResult>> HandleAsync(
        SignUp request, FirstTenant first, SessionStart session, CancellationToken ct)
    {
        if (await first.ExistsAsync(ct))
        {
            return AlreadyDone();
        }

        if (await first.ErrorsAsync(request) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        return await first.CreateAsync(request, ct) is { } access
            ? TypedResults.Created("/api/v1/session", await session.SignInAsync(access))
            : AlreadyDone();
    }

    private static ProblemHttpResult AlreadyDone() =>
        Problems.Conflict("already-set-up", "The server is set up. Sign in, or ask its platform admin for an account.");
}
