namespace SocialCrm.Host.Engagement;

/// <summary>Where the sending of a message of ours stands.</summary>
/// <param name="State">How far it came.</param>
/// <param name="Reason">Why it failed, or is not sent yet.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">When it is tried next; null unless queued.</param>
/// <param name="SentAt">When it was sent.</param>
public sealed record DeliveryView(DeliveryState State, string? Reason, int Attempts, DateTime? NextAttemptAt, DateTime? SentAt);
