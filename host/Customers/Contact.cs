namespace SocialCrm.Host.Customers;

/// <summary>What the relationship needs to know of one message.</summary>
public sealed record Contact
{
    public required Guid InteractionId { get; init; }

    public required Guid ConversationId { get; init; }

    public required DateTime At { get; init; }

    public required string Kind { get; init; }

    public required bool IsOutbound { get; init; }

    /// <summary>-1, 0 or 1; null where it is not known.</summary>
    public double? Sentiment { get; init; }

    public bool IsQuestion { get; init; }

    public bool WantsAnswer { get; init; }
}
