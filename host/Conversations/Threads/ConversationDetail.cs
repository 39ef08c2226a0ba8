using System.Diagnostics.CodeAnalysis;
using SocialCrm.Host.Attachments;

namespace SocialCrm.Host.Conversations;

/// <summary>A conversation by itself.</summary>
public sealed record ConversationDetail : ConversationItem
{
    public ConversationDetail()
    {
    }

    [SetsRequiredMembers]
    internal ConversationDetail(ConversationItem item, string? thread, string? cannotReplyReason, FileLimits replyFiles, FileLimits noteFiles)
        : base(item) =>
        (Thread, CanReply, CannotReplyReason, ReplyFiles, NoteFiles) = (thread, cannotReplyReason is null, cannotReplyReason, replyFiles, noteFiles);

    /// <summary>The network's id of the thread; null where messages come without one.</summary>
    public required string? Thread { get; init; }

    /// <summary>True when a reply can be sent over the channel now.</summary>
    public required bool CanReply { get; init; }

    /// <summary>Why none can be sent.</summary>
    public required string? CannotReplyReason { get; init; }

    /// <summary>What files can go with a reply over its channel.</summary>
    public required FileLimits ReplyFiles { get; init; }

    /// <summary>What files can go with a note.</summary>
    public required FileLimits NoteFiles { get; init; }
}
