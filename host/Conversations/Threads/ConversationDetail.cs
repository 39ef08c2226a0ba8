using System.Diagnostics.CodeAnalysis;

namespace SocialCrm.Host.Conversations;

/// <summary>A conversation by itself.</summary>
public sealed record ConversationDetail : ConversationItem
{
    public ConversationDetail()
    {
    }

    [SetsRequiredMembers]
    internal ConversationDetail(ConversationItem item, string? thread, string? cannotReplyReason)
        : base(item) =>
        (Thread, CanReply, CannotReplyReason) = (thread, cannotReplyReason is null, cannotReplyReason);

    /// <summary>The network's id of the thread; null where messages come without one.</summary>
    public required string? Thread { get; init; }

    /// <summary>True when a reply can be sent over the channel now.</summary>
    public required bool CanReply { get; init; }

    /// <summary>Why none can be sent.</summary>
    public required string? CannotReplyReason { get; init; }
}
