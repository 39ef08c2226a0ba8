namespace SocialCrm.Host.Conversations;

/// <summary>A customer's message as its conversation sees it.</summary>
public sealed record Arrival
{
    public required Guid IdentityId { get; init; }

    public required Guid ChannelId { get; init; }

    /// <summary>The network's thread; null where messages come without one.</summary>
    public required string? ThreadKey { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>True when it was taken down before it came.</summary>
    public required bool Deleted { get; init; }

    public required DateTime At { get; init; }

    /// <summary>For imported history: what is older is settled. Null for what customers write now.</summary>
    public required DateTime? SettledBefore { get; init; }

    /// <summary>True when its author is blocked: it is kept, and nobody is troubled with it.</summary>
    public bool Blocked { get; init; }

    public bool IsHistory => SettledBefore is not null;

    public bool IsSettled => At < SettledBefore;
}
