using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Sessions;

/// <param name="Email">The address to sign in with.</param>
/// <param name="Password">The password.</param>
public sealed record SignInRequest(string Email, string Password);

internal static class SignIn
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/session", HandleAsync).AllowAnonymous().ProducesProblem(401).ProducesProblem(429);

    /// <summary>Signs in</summary>
    /// <remarks>
    /// Gives the session cookie and the readable cookie XSRF-TOKEN, whose value goes back as header X-XSRF-TOKEN with each
    /// unsafe call. Repeated failures lock the address out for some minutes (429).
    /// </remarks>
    private static async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> HandleAsync(
        SignInRequest request, SignInCheck check, SessionStart session, ILogger<User> log, HttpContext context, CancellationToken ct)
    {
        var result = await check.CheckAsync(request.Email, request.Password, ct);
        switch (result)
        {
            case { Access: { } access }:
                return TypedResults.Ok(await session.SignInAsync(access));
            case { LockedOut: true }:
                log.SignInLockedOut(context.Connection.RemoteIpAddress);
                context.Response.Headers.RetryAfter = ((int)SignInCheck.LockedOutFor.TotalSeconds).ToString();
                return Refusal(PasswordOutcome.LockedOut);
            default:
                log.SignInFailed(context.Connection.RemoteIpAddress);
                return Refusal(PasswordOutcome.Wrong);
        }
    }

    public static ProblemHttpResult Refusal(PasswordOutcome outcome) => outcome == PasswordOutcome.LockedOut
        ? Problems.Of(429, "locked-out", "Too many failed attempts.", "Wait five minutes, then try again.")
        : Problems.Of(401, "sign-in-failed", "Not signed in.", "The e-mail address or the password is wrong.");
}
