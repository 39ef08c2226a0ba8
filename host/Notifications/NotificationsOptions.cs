using System.ComponentModel.DataAnnotations;

namespace SocialCrm.Host.Notifications;

/// <summary>How people are told. Bound from the section "Notifications".</summary>
public sealed class NotificationsOptions
{
    /// <summary>For how many days notifications are kept, read or not.</summary>
    [Range(1, 3_650, ErrorMessage = "Notifications:KeepDays must be 1 to 3,650.")]
    public int KeepDays { get; set; } = 90;

    /// <summary>At which hour, in the organisation's time zone, the daily e-mail is sent.</summary>
    [Range(0, 23, ErrorMessage = "Notifications:DigestHour must be 0 to 23.")]
    public int DigestHour { get; set; } = 8;

    /// <summary>What is read within so many seconds is not mailed.</summary>
    [Range(0, 3_600, ErrorMessage = "Notifications:MailAfterSeconds must be 0 to 3,600.")]
    public int MailAfterSeconds { get; set; } = 30;
}
