using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access.People;

namespace SocialCrm.Host.Access.Invitations;

/// <param name="Token">What stands behind the # of the link.</param>
public sealed record InvitationLink(string Token);

/// <param name="Organisation">Who invites.</param>
/// <param name="InvitedBy">The person who does.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Name">What the inviter calls them, or null.</param>
/// <param name="Role">What they will be.</param>
/// <param name="HasAccount">True when the address signs in on this server already: its own password is asked for then.</param>
public sealed record InvitationView(string Organisation, string InvitedBy, string Email, string? Name, Role Role, bool HasAccount);

internal static class LookAtInvitation
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/invitations/look", HandleAsync).AllowAnonymous().ProducesProblem(404);

    /// <summary>Shows an invitation</summary>
    /// <remarks>To whoever holds its link; changes nothing.</remarks>
    private static async Task<Results<Ok<InvitationView>, ProblemHttpResult>> HandleAsync(
        InvitationLink request, OpenInvitations invitations, NewPeople people, CancellationToken ct)
    {
        if (await invitations.FindAsync(request.Token, ct) is not { } invitation)
        {
            return OpenInvitations.Gone();
        }

        var organisation = await invitations.TenantNameAsync(invitation, ct);
        var known = await people.FindAsync(invitation.Email) is not null;
        return TypedResults.Ok(new InvitationView(
            organisation, invitation.InvitedBy, invitation.Email, invitation.Name, invitation.Role, known));
    }
}
