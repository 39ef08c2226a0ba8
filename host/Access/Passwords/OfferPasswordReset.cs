using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Passwords;

/// <param name="Link">Where they set a new password. It is shown this once.</param>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="Mailed">True when it is on its way to them by e-mail; otherwise hand it over yourself.</param>
public sealed record OfferedReset(string Link, DateTime ExpiresAt, bool Mailed = false);

internal static class OfferPasswordReset
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/users/{id:guid}/password-reset", HandleAsync)
        .RequireAuthorization(Permissions.ManageTenant).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Makes a link for a new password</summary>
    /// <remarks>
    /// It works once, for a day, and is mailed to them when this server has a mail server. For members who are not above you. Somebody who works in other organisations on this
    /// server too gets theirs from a platform admin: their password opens those as well.
    /// </remarks>
    /// <param name="id">The member.</param>
    private static async Task<Results<Ok<OfferedReset>, ProblemHttpResult>> HandleAsync(
        Guid id, MemberReset command, PublicAddress address, HttpRequest request, CancellationToken ct)
    {
        var (problem, made) = await command.MakeAsync(id, ct);
        return problem is not null
            ? problem
            : TypedResults.Ok(new OfferedReset(OneTimeSecret.Link(address.Of(request), "new-password", made.Secret), made.Reset.ExpiresAt, command.Mailed));
    }
}

internal sealed class MemberReset(CrmDbContext db, Caller caller, PasswordResets resets, AccessMails mails, AuditTrail audit)
{
    public bool Mailed => mails.IsSet;

    public async Task<(ProblemHttpResult? Problem, (PasswordReset Reset, string Secret) Made)> MakeAsync(Guid userId, CancellationToken ct)
    {
        if (await db.Set<Membership>().AsNoTracking().SingleOrDefaultAsync(m => m.UserId == userId && m.RemovedAt == null, ct) is not { } member)
        {
            return (Problems.NotFound("member"), default);
        }

        if (!RolePermissions.MayGive(caller.Role, member.Role) || !await IsOursAloneAsync(userId, ct))
        {
            return (Problems.Conflict("not-yours-to-reset", "This person is above you, or works in other organisations too: ask a platform admin."), default);
        }

        var made = await resets.AddAsync(userId, ct);
        mails.Reset(await db.Users.SingleAsync(u => u.Id == userId, ct), made.Reset, made.Secret, asked: false);
        audit.Record("password.reset-offered", "user", userId);
        await db.SaveChangesAsync(ct);
        return (null, made);
    }

    // Otherwise an admin here could open what the person may do elsewhere.
    private async Task<bool> IsOursAloneAsync(Guid userId, CancellationToken ct)
    {
        if (caller.UserId is { } me && await db.Users.AnyAsync(u => u.Id == me && u.PlatformAdmin, ct))
        {
            return true;
        }

        var elsewhere = db.Set<Membership>().IgnoreQueryFilters().Where(m => m.UserId == userId && m.TenantId != caller.TenantId && m.RemovedAt == null);
        return !await elsewhere.AnyAsync(ct) && !await db.Users.AnyAsync(u => u.Id == userId && u.PlatformAdmin, ct);
    }
}
