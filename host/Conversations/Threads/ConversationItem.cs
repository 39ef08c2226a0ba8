using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>A conversation in a list.</summary>
public record ConversationItem
{
    /// <summary>The conversation's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose turn it is: ours (open), the customer's (waiting), nobody's (resolved).</summary>
    public required ConversationStatus Status { get; init; }

    /// <summary>The channel it takes place on.</summary>
    public required ConversationChannel Channel { get; init; }

    /// <summary>With whom.</summary>
    public required ConversationCustomer Customer { get; init; }

    /// <summary>The team whose queue it is in.</summary>
    public required Named? Team { get; init; }

    /// <summary>The person who takes care of it.</summary>
    public required Named? Assignee { get; init; }

    /// <summary>The first 200 characters of its last message; null when that was taken down.</summary>
    public required string? Preview { get; init; }

    /// <summary>Who spoke last.</summary>
    public required MessageDirection LastDirection { get; init; }

    /// <summary>When its last message was written.</summary>
    public required DateTime LastActivityAt { get; init; }

    /// <summary>When it began.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>How many messages it has.</summary>
    public required int MessageCount { get; init; }

    /// <summary>True when the customer spoke last and the conversation is not resolved.</summary>
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
public sealed record ConversationCustomer(Guid Id, string Name, string? Handle);

/// <summary>Labels of the customer's last message; null where it has none, unsure where the machine abstains.</summary>
/// <param name="Type">question, complaint, compliment or other.</param>
/// <param name="Sentiment">positive, neutral or negative.</param>
/// <param name="Urgency">high, normal or low.</param>
/// <param name="Language">An ISO 639-1 code.</param>
public sealed record ConversationLabels(string? Type, string? Sentiment, string? Urgency, string? Language);
