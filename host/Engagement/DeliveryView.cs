namespace SocialCrm.Host.Engagement;

/// <summary>Where the sending of a message of ours stands.</summary>
/// <param name="State">queued, sent, failed or unknown (it may or may not have been sent: a person decides).</param>
/// <param name="Reason">Why it failed, or is not sent yet.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">When it is tried next; null unless queued.</param>
/// <param name="SentAt">When it was sent.</param>
public sealed record DeliveryView(string State, string? Reason, int Attempts, DateTime? NextAttemptAt, DateTime? SentAt);
