namespace SocialCrm.Sdk;

/// <summary>One message of a network, or a change to one, in the host's own shape.</summary>
public sealed record InboundMessage
{
    /// <summary>What happened to the message.</summary>
    public InboundChange Change { get; init; } = InboundChange.Created;

    /// <summary>The network's stable id of the message, unique on the channel; 1 to 512 characters.</summary>
    public required string ExternalId { get; init; }

    /// <summary>
    /// The number of this revision. A higher number wins whatever the order of arrival, a repeated one changes nothing.
    /// A network without numbers can give the time of the change in milliseconds. At least 1.
    /// </summary>
    public long Revision { get; init; } = 1;

    /// <summary>Whether a customer wrote it or the organisation itself (an echo of our own post, or imported history).</summary>
    public MessageDirection Direction { get; init; } = MessageDirection.Inbound;

    /// <summary>What sort of message it is.</summary>
    public MessageKind Kind { get; init; } = MessageKind.Comment;

    /// <summary>
    /// Who wrote it. Null only for a deletion that names nothing but the message's id, and for a message of the organisation
    /// whose author the network does not name.
    /// </summary>
    public MessageAuthor? Author { get; init; }

    /// <summary>The network's id of the thread, or null where it has none; at most 512 characters.</summary>
    public string? Thread { get; init; }

    /// <summary>The <see cref="ExternalId"/> of the message that this one answers, or null; at most 512 characters.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>
    /// The message as plain text (a connector turns HTML into text), at most 100,000 UTF-16 units. Any Unicode; the host
    /// replaces U+0000 and lone surrogates by U+FFFD. Empty for a deletion.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The public address (http or https) of the message, or null; at most 2,048 characters.</summary>
    public string? Url { get; init; }

    /// <summary>True when anyone can read it, false for a private message.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>When it was written, UTC. Null means now; the host treats a time in the future as now.</summary>
    public DateTime? OccurredAt { get; init; }

    /// <summary>
    /// Topics that the source itself states, by their names, such as a column of an export or a category of a forum; at most
    /// 20, each of 1 to 100 characters. The host labels the message with them beside those that a classifier finds.
    /// </summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>
    /// The files that came with it, at most <see cref="InboundAttachment.MostOfMessage"/>. Null says nothing of files: an
    /// edit then leaves those of before as they are, where an empty list takes them away.
    /// </summary>
    public IReadOnlyList<InboundAttachment>? Attachments { get; init; }
}
