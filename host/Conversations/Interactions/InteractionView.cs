using SocialCrm.Host.Attachments;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Engagement;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>One message, in or out.</summary>
public sealed record InteractionView
{
    /// <summary>Our id of the message.</summary>
    public required Guid Id { get; init; }

    /// <summary>The network's id; null for a message of ours that the network has not named yet.</summary>
    public required string? ExternalId { get; init; }

    /// <summary>The revision that is shown; an edit has a higher one.</summary>
    public required long Revision { get; init; }

    /// <summary>The channel it came or went over.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>The customer it came from or went to.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>The conversation it belongs to.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>Who spoke: the customer (inbound) or the organisation (outbound).</summary>
    public required MessageDirection Direction { get; init; }

    /// <summary>What sort of message it is.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The text; null once the message was taken down.</summary>
    public required string? Text { get; init; }

    /// <summary>Its public address.</summary>
    public required string? Url { get; init; }

    /// <summary>True when anyone can read it.</summary>
    public required bool Public { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>When it reached us.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When it was last edited.</summary>
    public required DateTime? EditedAt { get; init; }

    /// <summary>When it was taken down.</summary>
    public required DateTime? DeletedAt { get; init; }

    /// <summary>The customer's account, or the person who wrote a message of ours; null where that is not known.</summary>
    public required InteractionAuthor? Author { get; init; }

    /// <summary>What it is about and how it sounds.</summary>
    public required IReadOnlyList<LabelView> Labels { get; init; }

    /// <summary>True while the classifier has not labelled it yet.</summary>
    public required bool LabelsPending { get; init; }

    /// <summary>How the sending of a message of ours stands; null for all others.</summary>
    public required DeliveryView? Delivery { get; init; }

    /// <summary>The files that came or go with it.</summary>
    public required IReadOnlyList<AttachmentView> Attachments { get; init; }
}

/// <summary>Who wrote a message.</summary>
/// <param name="Id">The identity of a customer, or the user of a message of ours.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Handle">The customer's handle.</param>
public sealed record InteractionAuthor(Guid Id, string Name, string? Handle);
