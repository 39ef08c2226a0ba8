using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Passwords;

/// <param name="Current">The password of now.</param>
/// <param name="Password">The new one, of at least 8 characters.</param>
public sealed record PasswordChange(string Current, string Password);

internal sealed class ChangePassword(
    SignInCheck check, NewPeople people, NewPassword passwords, SessionDirectory sessions, SessionStart session,
    Caller caller, CrmDbContext db, AuditTrail audit)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/session/password", HandleAsync).RequireAuthorization()
        .WithName("changePassword").ProducesProblem(403).ProducesProblem(429);

    /// <summary>Changes one's own password</summary>
    /// <remarks>Ends all other sessions of the person; this one goes on.</remarks>
    private static async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> HandleAsync(
        PasswordChange request, ChangePassword command, Caller caller, CrmDbContext db, CancellationToken ct) =>
        caller.UserId is { } id && await db.Users.FindAsync([id], ct) is { } user
            ? await command.RunAsync(user, request, ct)
            : Problems.Of(403, "person-needed", "Only a person has a password.", "Sign in with a browser; an API key has none.");

    private async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> RunAsync(User user, PasswordChange request, CancellationToken ct)
    {
        switch (await check.CheckAsync(user, request.Current))
        {
            case PasswordOutcome.LockedOut:
                return SignIn.Refusal(PasswordOutcome.LockedOut);
            case PasswordOutcome.Wrong:
                return Problems.Invalid("current", "This is not your password of now.");
        }

        if (await people.PasswordErrorsAsync(user.Name, user.Email!, request.Password) is { Length: > 0 } weak)
        {
            return Problems.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["password"] = weak });
        }

        passwords.Set(user, request.Password);
        audit.Record("password.changed", "user", user.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await session.SignInAsync(await sessions.RenewAsync(user.Id, caller.TenantId, ct)));
    }
}
