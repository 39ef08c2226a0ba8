namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>An event that a system is or was told of.</summary>
/// <param name="Id">Its id; the key that the system sees is evt_ and this id without hyphens.</param>
/// <param name="Kind">contact: who a customer is; activity: a message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">The customer's name; null for one who is no longer there.</param>
/// <param name="InteractionId">The message; null for a contact.</param>
/// <param name="State">How far it came.</param>
/// <param name="Reason">Why it failed, or has not been taken yet.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="NextAttemptAt">When it is tried next; null unless queued.</param>
/// <param name="SentAt">When the system took it.</param>
/// <param name="AnswerStatus">The HTTP status of the last answer; null without one.</param>
public sealed record RecordDeliveryItem(
    Guid Id,
    RecordEventKind Kind,
    Guid CustomerId,
    string? CustomerName,
    Guid? InteractionId,
    RecordDeliveryState State,
    string? Reason,
    int Attempts,
    DateTime CreatedAt,
    DateTime? NextAttemptAt,
    DateTime? SentAt,
    int? AnswerStatus);

/// <summary>An event with what went over the wire.</summary>
/// <param name="Delivery">The event.</param>
/// <param name="Key">Under which the system gets it, on every attempt.</param>
/// <param name="Request">The body of the last attempt; null before the first.</param>
/// <param name="Answer">The beginning of the last answer.</param>
/// <param name="History">The last ten attempts, the earliest first.</param>
public sealed record RecordDeliveryDetail(RecordDeliveryItem Delivery, string Key, string? Request, string? Answer, IReadOnlyList<RecordAttempt> History);
