using SocialCrm.Host.Access.Invitations;
using SocialCrm.Host.Access.Passwords;
using SocialCrm.Host.Mail;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

/// <summary>The e-mails that let people in. Without a mail server there are none; the caller saves.</summary>
internal sealed class AccessMails(MailBox box, CrmDbContext db)
{
    public bool IsSet => box.IsSet;

    public void Invite(Invitation invitation, string secret)
    {
        var until = invitation.ExpiresAt.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        Add("invitation", invitation.Email, new MailContent(
            $"{invitation.InvitedBy} invites you to Social CRM",
            [new($"{invitation.InvitedBy} invites you to work with them. The link works once, until {until} UTC.", Link("invitation", secret), "Accept the invitation")],
            "You get this because somebody entered your address. If you do not know them, leave it: without you nothing happens."));
    }

    /// <param name="user">Whose password it is.</param>
    /// <param name="reset">What the link is good for.</param>
    /// <param name="secret">The link's secret.</param>
    /// <param name="asked">True when the person asked for it, or somebody who entered their address.</param>
    public void Reset(User user, PasswordReset reset, string secret, bool asked)
    {
        var until = reset.ExpiresAt.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        Add("password", user.Email!, new MailContent(
            "Set a new password",
            [new($"With this link you set a new password. It works once, until {until} UTC, and ends your sessions.", Link("new-password", secret), "Set a new password")],
            asked
                ? "You get this because somebody entered your address at the sign-in page. If it was not you, leave it: your password stays as it is."
                : "You get this because an admin made the link for you."));
    }

    private string Link(string page, string secret) => IsSet ? box.Page(page, secret) : "";

    private void Add(string kind, string address, MailContent content)
    {
        if (IsSet)
        {
            db.Add(box.Write(kind, address, content));
        }
    }
}
