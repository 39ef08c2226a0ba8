namespace SocialCrm.Host.Engagement;

/// <summary>How far a message of ours came; unknown: it may or may not have been sent, and a person decides.</summary>
public enum DeliveryState
{
    Queued,
    Sent,
    Failed,
    Unknown,
}
