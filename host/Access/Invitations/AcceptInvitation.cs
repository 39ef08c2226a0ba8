using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Invitations;

/// <param name="Token">What stands behind the # of the link.</param>
/// <param name="Password">A new password; for an address that signs in on this server already, the one it has.</param>
/// <param name="Name">What they want to be called; not asked of those who have an account.</param>
public sealed record Acceptance(string Token, string Password, string? Name = null);

internal sealed class AcceptInvitation(
    OpenInvitations invitations, NewPeople people, SignInCheck check, SessionDirectory sessions, SessionStart session,
    Caller caller, CrmDbContext db, AuditTrail audit, MemberNews news, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/invitations/accept", HandleAsync).AllowAnonymous()
        .WithName("acceptInvitation").ProducesProblem(401).ProducesProblem(404).ProducesProblem(429);

    /// <summary>Accepts an invitation</summary>
    /// <remarks>Makes whoever holds the link a member and signs them in. The link does not work again.</remarks>
    private static async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> HandleAsync(
        Acceptance request, AcceptInvitation command, CancellationToken ct)
    {
        try
        {
            return await command.RunAsync(request, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return OpenInvitations.Gone();
        }
    }

    private async Task<Results<Ok<SessionInfo>, ProblemHttpResult>> RunAsync(Acceptance request, CancellationToken ct)
    {
        if (await invitations.FindAsync(request.Token, ct) is not { } invitation)
        {
            return OpenInvitations.Gone();
        }

        var user = await people.FindAsync(invitation.Email);
        if (user is not null)
        {
            var outcome = await check.CheckAsync(user, request.Password);
            if (outcome != PasswordOutcome.Right)
            {
                return SignIn.Refusal(outcome);
            }
        }
        else if (await people.ErrorsAsync(request.Name ?? "", invitation.Email, request.Password) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        user ??= people.Add(request.Name!, invitation.Email, request.Password);
        await JoinAsync(invitation, user, ct);
        return TypedResults.Ok(await session.SignInAsync(await sessions.RenewAsync(user.Id, invitation.TenantId, ct)));
    }

    private async Task JoinAsync(Invitation invitation, User user, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        invitation.ClosedAt = now;
        var before = await db.Set<Membership>().IgnoreQueryFilters()
            .SingleOrDefaultAsync(m => m.TenantId == invitation.TenantId && m.UserId == user.Id, ct);
        if (before is null)
        {
            db.Add(new Membership { TenantId = invitation.TenantId, UserId = user.Id, Role = invitation.Role, CreatedAt = now });
        }
        else if (before.RemovedAt is not null)
        {
            (before.Role, before.RemovedAt) = (invitation.Role, null);
        }

        (caller.TenantId, caller.UserId, caller.Name) = (invitation.TenantId, user.Id, user.Name);
        audit.Record("invitation.accepted", "invitation", invitation.Id, $"{user.Name} ({invitation.Role})");
        await db.SaveChangesAsync(ct);
        await news.ChangedAsync(invitation.TenantId);
    }
}
