using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialCrm.Host.Access.Passwords;

/// <param name="Token">What stands behind the # of the link.</param>
public sealed record ResetLink(string Token);

/// <param name="Name">Whose password it is.</param>
/// <param name="Email">The address they sign in with.</param>
public sealed record ResetView(string Name, string Email);

internal static class LookAtPasswordReset
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/password-resets/look", HandleAsync).AllowAnonymous().ProducesProblem(404);

    /// <summary>Shows whose password a link sets</summary>
    /// <remarks>To whoever holds the link; changes nothing.</remarks>
    private static async Task<Results<Ok<ResetView>, ProblemHttpResult>> HandleAsync(ResetLink request, PasswordResets resets, CancellationToken ct) =>
        await resets.FindAsync(request.Token, ct) is var (_, user)
            ? TypedResults.Ok(new ResetView(user.Name, user.Email!))
            : UsePasswordReset.Gone();
}
