using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Invitations;

/// <param name="Email">The address they will sign in with.</param>
/// <param name="Role">What they may do; not more than you may.</param>
/// <param name="Name">What they are called, as far as you know; they may change it.</param>
public sealed record NewInvitation(string Email, Role Role, string? Name = null);

/// <param name="Invitation">What was made.</param>
/// <param name="Link">Where they accept it. It is shown this once.</param>
/// <param name="Mailed">True when it is on its way to them by e-mail; otherwise hand it over yourself.</param>
public sealed record CreatedInvitation(InvitationItem Invitation, string Link, bool Mailed = false);

internal sealed class Invite(NewPeople people, Caller caller, CrmDbContext db, AuditTrail audit, PublicAddress address, AccessMails mails, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/invitations", HandleAsync).RequireAuthorization(Permissions.ManageTenant).WithName("invite");

    /// <summary>Invites somebody</summary>
    /// <remarks>
    /// Gives a link that works once, for seven days, and mails it when this server has a mail server. Whoever opens it sets a password, or uses the one they have on this
    /// server. A new invitation for the same address takes the place of the one before.
    /// </remarks>
    private static async Task<Results<Created<CreatedInvitation>, ProblemHttpResult>> HandleAsync(
        NewInvitation request, Invite command, HttpRequest http, CancellationToken ct)
    {
        if (await command.ErrorsAsync(request, ct) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        var (invitation, secret) = await command.SaveAsync(request, ct);
        var link = OneTimeSecret.Link(command.Address(http), "invitation", secret);
        return TypedResults.Created((string?)null, new CreatedInvitation(InvitationItem.Of(invitation), link, command.Mailed));
    }

    private bool Mailed => mails.IsSet;

    private string Address(HttpRequest request) => address.Of(request);

    private async Task<Dictionary<string, string[]>> ErrorsAsync(NewInvitation request, CancellationToken ct)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (NewPeople.AddressError(request.Email) is { } wrong)
        {
            errors["email"] = [wrong];
        }
        else if (await people.FindAsync(request.Email) is { } user
            && await db.Set<Membership>().AnyAsync(m => m.UserId == user.Id && m.RemovedAt == null, ct))
        {
            errors["email"] = ["They are a member already."];
        }

        if (request.Name is { Length: > NewPeople.NameLength })
        {
            errors["name"] = [$"Give a name of at most {NewPeople.NameLength} characters."];
        }

        if (!RolePermissions.MayGive(caller.Role, request.Role))
        {
            errors["role"] = ["Nobody can give more than they may do themselves."];
        }

        return errors;
    }

    private async Task<(Invitation Invitation, string Secret)> SaveAsync(NewInvitation request, CancellationToken ct)
    {
        var (now, secret) = (time.GetUtcNow(), OneTimeSecret.New());
        var email = request.Email.Trim();
        foreach (var before in await db.Set<Invitation>().Where(i => i.ClosedAt == null && i.Email == email).ToListAsync(ct))
        {
            before.ClosedAt = now.UtcDateTime;
        }

        var invitation = new Invitation
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            Email = email,
            Name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim(),
            Role = request.Role,
            Hash = OneTimeSecret.Hash(secret),
            InvitedBy = caller.Name,
            CreatedAt = now.UtcDateTime,
            ExpiresAt = now.UtcDateTime + Invitation.ValidFor,
        };
        db.Add(invitation);
        mails.Invite(invitation, secret);
        audit.Record("invitation.created", "invitation", invitation.Id, $"{email} ({request.Role})");
        await db.SaveChangesAsync(ct);
        return (invitation, secret);
    }
}
