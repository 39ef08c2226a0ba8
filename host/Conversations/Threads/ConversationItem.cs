using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>A conversation in a list.</summary>
public record ConversationItem
{
    /// <summary>The conversation's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose turn it is: ours (open), the customer's (waiting), nobody's (resolved, snoozed for now, or set aside as spam).</summary>
    public required ConversationStatus Status { get; init; }

    /// <summary>When it comes back by itself; only while it is snoozed.</summary>
    public required DateTime? SnoozedUntil { get; init; }

    /// <summary>The channel it takes place on.</summary>
    public required ConversationChannel Channel { get; init; }

    /// <summary>With whom.</summary>
    public required ConversationCustomer Customer { get; init; }

    /// <summary>The team whose queue it is in.</summary>
    public required Named? Team { get; init; }

    /// <summary>The person who takes care of it.</summary>
    public required Named? Assignee { get; init; }

    /// <summary>How soon it should be answered: low, normal, high or urgent.</summary>
    public required ConversationPriority Priority { get; init; }

    /// <summary>What people and rules marked it with.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The first 200 characters of its last message; null when that was taken down.</summary>
    public required string? Preview { get; init; }

    /// <summary>How many files its last message has.</summary>
    public required int LastAttachments { get; init; }

    /// <summary>Who spoke last.</summary>
    public required MessageDirection LastDirection { get; init; }

    /// <summary>The customer's last message: what was seen of it, when it is resolved from a list.</summary>
    public required Guid? LastInboundId { get; init; }

    /// <summary>When its last message was written.</summary>
    public required DateTime LastActivityAt { get; init; }

    /// <summary>When it began.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>How many messages it has.</summary>
    public required int MessageCount { get; init; }

    /// <summary>True when the customer spoke last and the conversation is neither resolved nor set aside.</summary>
    public required bool AwaitingReply { get; init; }

    /// <summary>What the customer's last message is about and how it sounds.</summary>
    public required ConversationLabels Labels { get; init; }

    /// <summary>True when anyone can read it.</summary>
    public required bool Public { get; init; }
}

/// <param name="Id">The channel's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Connector">The connector it uses.</param>
public sealed record ConversationChannel(Guid Id, string Name, string Connector);

/// <param name="Id">The customer's id.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="Handle">The handle of the account that speaks here.</param>
/// <param name="Blocked">True while the account is blocked and what it writes is set aside.</param>
public sealed record ConversationCustomer(Guid Id, string Name, string? Handle, bool Blocked = false);

/// <summary>Labels of the customer's last message; null where it has none, unsure where the machine abstains.</summary>
/// <param name="Type">question, complaint, compliment or other.</param>
/// <param name="Sentiment">positive, neutral or negative.</param>
/// <param name="Urgency">high, normal or low.</param>
/// <param name="Language">An ISO 639-1 code.</param>
public sealed record ConversationLabels(string? Type, string? Sentiment, string? Urgency, string? Language);
