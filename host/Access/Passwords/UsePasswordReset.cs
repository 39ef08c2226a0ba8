using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Passwords;

/// <param name="Token">What stands behind the # of the link.</param>
/// <param name="Password">The new password, of at least 8 characters.</param>
public sealed record ResetUse(string Token, string Password);

internal sealed class UsePasswordReset(
    PasswordResets resets, NewPeople people, NewPassword passwords, SessionDirectory sessions, SessionStart session,
    Caller caller, CrmDbContext db, AuditTrail audit, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/password-resets/use", HandleAsync).AllowAnonymous()
        .WithName("usePasswordReset").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Sets a new password with a link</summary>
    /// <remarks>Signs the person in, ends their other sessions, and lifts a lock-out. The link does not work again.</remarks>
    private static async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> HandleAsync(ResetUse request, UsePasswordReset command, CancellationToken ct)
    {
        try
        {
            return await command.RunAsync(request, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Gone();
        }
    }

    public static ProblemHttpResult Gone() => Problems.Of(
        StatusCodes.Status404NotFound, "reset-gone", "This link does not work.",
        "It was used, replaced by a newer one or is older than a day. Ask for a new one.");

    private async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> RunAsync(ResetUse request, CancellationToken ct)
    {
        if (await resets.FindAsync(request.Token, ct) is not var (reset, user))
        {
            return Gone();
        }

        if (await people.PasswordErrorsAsync(user.Name, user.Email!, request.Password) is { Length: > 0 } weak)
        {
            return Problems.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["password"] = weak });
        }

        if (await sessions.FirstOfAsync(user.Id, ct) is not { } access)
        {
            return Problems.Conflict("no-organisation", "You are no longer a member of any organisation here. Ask to be invited again.");
        }

        passwords.Set(user, request.Password);
        reset.ClosedAt = time.GetUtcNow().UtcDateTime;
        (caller.TenantId, caller.UserId, caller.Name) = (access.TenantId, user.Id, user.Name);
        audit.Record("password.reset", "user", user.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await session.SignInAsync(await sessions.RenewAsync(user.Id, access.TenantId, ct)));
    }
}
