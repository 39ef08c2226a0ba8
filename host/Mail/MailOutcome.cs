namespace SocialCrm.Host.Mail;

/// <param name="Delivered">True when the mail server has taken it.</param>
/// <param name="ForGood">True when trying again would not help.</param>
/// <param name="Reason">Why not.</param>
internal sealed record MailOutcome(bool Delivered, bool ForGood, string? Reason)
{
    public static MailOutcome Sent { get; } = new(true, false, null);
}
