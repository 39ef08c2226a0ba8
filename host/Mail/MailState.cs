namespace SocialCrm.Host.Mail;

/// <summary>Where an e-mail is on its way.</summary>
public enum MailState
{
    /// <summary>Waits for its turn, or for the next attempt.</summary>
    Queued,

    /// <summary>A node is handing it to the mail server.</summary>
    Sending,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>Refused for good, or given up.</summary>
    Failed,
}
