namespace SocialCrm.Host.Access.Invitations;

/// <param name="Id">The invitation's id.</param>
/// <param name="Email">Who is invited.</param>
/// <param name="Name">What the inviter calls them, or null.</param>
/// <param name="Role">What they will be.</param>
/// <param name="InvitedBy">Who invited them.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ExpiresAt">Until when the link works.</param>
public sealed record InvitationItem(Guid Id, string Email, string? Name, Role Role, string InvitedBy, DateTime CreatedAt, DateTime ExpiresAt)
{
    internal static InvitationItem Of(Invitation i) => new(i.Id, i.Email, i.Name, i.Role, i.InvitedBy, i.CreatedAt, i.ExpiresAt);
}
