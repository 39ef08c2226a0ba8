using System.Diagnostics.CodeAnalysis;

namespace SocialCrm.Host.Conversations;

/// <summary>A conversation by itself.</summary>
public sealed record ConversationDetail : ConversationItem
{
    [SetsRequiredMembers]
    internal ConversationDetail(ConversationItem item, string? thread, string? cannotReplyReason)
        : base(item) =>
        (Thread, CanReply, CannotReplyReason) = (thread, cannotReplyReason is null, cannotReplyReason);

    /// <summary>The network's id of the thread; null where messages come without one.</summary>
    public string? Thread { get; }

    /// <summary>True when a reply can be sent over the channel now.</summary>
    public bool CanReply { get; }

    /// <summary>Why none can be sent.</summary>
    public string? CannotReplyReason { get; }
}
