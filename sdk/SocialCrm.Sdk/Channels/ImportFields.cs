namespace SocialCrm.Sdk;

/// <summary>The fields of a message to which a column of a file can be mapped.</summary>
public static class ImportFields
{
    /// <summary>The message's id: <see cref="InboundMessage.ExternalId"/>. Required: by it a message is known again.</summary>
    public const string Id = "id";

    /// <summary>The thread: <see cref="InboundMessage.Thread"/>.</summary>
    public const string Thread = "thread";

    /// <summary>The id of the message that this one answers: <see cref="InboundMessage.InReplyTo"/>.</summary>
    public const string InReplyTo = "inReplyTo";

    /// <summary>Who spoke: inbound or outbound.</summary>
    public const string Direction = "direction";

    /// <summary>The author's stable id. Required.</summary>
    public const string AuthorId = "author.id";

    /// <summary>The author's handle.</summary>
    public const string AuthorHandle = "author.handle";

    /// <summary>The author's display name.</summary>
    public const string AuthorName = "author.name";

    /// <summary>The text. Required.</summary>
    public const string Text = "text";

    /// <summary>When it was written.</summary>
    public const string At = "at";

    /// <summary>The public address of the message.</summary>
    public const string Url = "url";

    /// <summary>What sort of message it is: <see cref="MessageKind"/>.</summary>
    public const string Kind = "kind";

    /// <summary>Whether anyone can read it.</summary>
    public const string Public = "public";

    /// <summary>A topic that the source states: <see cref="InboundMessage.Topics"/>.</summary>
    public const string Topic = "topic";

    /// <summary>Addresses of files, one or several: <see cref="InboundMessage.Attachments"/>.</summary>
    public const string Attachments = "attachments";

    /// <summary>All fields, in the order in which a person maps them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Id, Text, AuthorId, AuthorHandle, AuthorName, At, Direction, Thread, InReplyTo, Kind, Public, Url, Topic, Attachments];

    /// <summary>The fields without which nothing can be imported.</summary>
    public static IReadOnlyList<string> Required { get; } = [Id, Text, AuthorId];
}
