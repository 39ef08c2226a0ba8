namespace SocialCrm.Host.Conversations;

/// <summary>What became of one of several conversations.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Outcome">Whether it was changed, and if not why.</param>
/// <param name="Version">Its version now; null when there is no such conversation.</param>
/// <param name="Before">What it was before; null when it was not changed.</param>
public sealed record BulkItem(Guid Id, BulkOutcome Outcome, long? Version = null, ConversationBefore? Before = null);

public enum BulkOutcome
{
    Changed,

    /// <summary>It was so already.</summary>
    Unchanged,

    /// <summary>There is no such conversation here.</summary>
    NotFound,

    /// <summary>It is set aside, and what was asked for cannot be done to it there.</summary>
    SetAside,

    /// <summary>Resolving: the customer has written since what the person saw. It was left as it is.</summary>
    WroteSince,

    /// <summary>Taking back: others, or the customer, have changed it since.</summary>
    ChangedSince,
}

/// <summary>What of a conversation several at once can change.</summary>
/// <param name="Status">Its status.</param>
/// <param name="AssigneeId">Who took care of it.</param>
/// <param name="TeamId">Its team.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="SnoozedUntil">Until when it was snoozed.</param>
public sealed record ConversationBefore(
    ConversationStatus Status, Guid? AssigneeId, Guid? TeamId, ConversationPriority Priority, IReadOnlyList<string> Tags, DateTime? SnoozedUntil)
{
    internal static ConversationBefore Of(Conversation conversation) => new(
        conversation.Status, conversation.AssigneeId, conversation.TeamId, conversation.Priority, conversation.Tags, conversation.SnoozedUntil);
}
