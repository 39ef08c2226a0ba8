namespace SocialCrm.Host.Engagement;

/// <summary>Where an outgoing item stands. The numbers are stored.</summary>
public enum OutboxState
{
    /// <summary>It waits for its turn, or for its next attempt.</summary>
    Queued = 0,

    /// <summary>A node is sending it, under a lease.</summary>
    Sending = 1,

    Sent = 2,

    Failed = 3,

    /// <summary>It may or may not have been sent: a person decides.</summary>
    Unknown = 4,
}
