using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>What the host asks of every message, whatever plugin read it. Paths are those of <see cref="InboundMessage"/>.</summary>
internal static class InboundRules
{
    private const int LongestId = 512;
    private const int LongestName = 256;
    private const int LongestUrl = 2048;
    private const int LongestText = 100_000;

    /// <summary>The message made storable, or why it is refused.</summary>
    public static (InboundMessage? Message, ParseError? Error) Check(InboundMessage message)
    {
        var error = CheckIds(message) ?? CheckAuthor(message) ?? CheckContent(message) ?? CheckAttachments(message);
        return error is null ? (Normalise(message), null) : (null, error);
    }

    private static ParseError? CheckIds(InboundMessage message)
    {
        if (message.ExternalId.Length is 0 or > LongestId)
        {
            return new ParseError("id", $"The id must have 1 to {LongestId} characters.");
        }

        if (message.Revision < 1)
        {
            return new ParseError("revision", "The revision must be 1 or higher.");
        }

        return message.Thread is { Length: 0 or > LongestId } ? new ParseError("thread", $"The thread must have 1 to {LongestId} characters.")
            : message.InReplyTo is { Length: 0 or > LongestId } ? new ParseError("inReplyTo", $"inReplyTo must have 1 to {LongestId} characters.")
            : null;
    }

    private static ParseError? CheckAuthor(InboundMessage message) => message.Author switch
    {
        null => message.Change == InboundChange.Deleted || message.Direction == MessageDirection.Outbound ? null : new ParseError("author", "A message needs its author."),
        { Id.Length: 0 or > LongestId } => new ParseError("author.id", $"The author's id must have 1 to {LongestId} characters."),
        { Handle.Length: > LongestName } => new ParseError("author.handle", $"The handle must have at most {LongestName} characters."),
        { Name.Length: > LongestName } => new ParseError("author.name", $"The name must have at most {LongestName} characters."),
        { ProfileUrl.Length: > LongestUrl } => new ParseError("author.profileUrl", $"The address must have at most {LongestUrl} characters."),
        { Followers: < 0 } => new ParseError("author.followers", "The number of followers cannot be negative."),
        _ => null,
    };

    private static ParseError? CheckContent(InboundMessage message)
    {
        if (message.Text.Length > LongestText)
        {
            return new ParseError("text", $"The text must have at most {LongestText:N0} characters.");
        }

        if (message.OccurredAt < DateTime.UnixEpoch)
        {
            return new ParseError("at", "The time must be 1970-01-01 or later.");
        }

        return message.Url is { } url && (url.Length > LongestUrl || !IsWebAddress(url))
            ? new ParseError("url", $"The address must begin with http:// or https:// and have at most {LongestUrl:N0} characters.")
            : null;
    }

    private static ParseError? CheckAttachments(InboundMessage message)
    {
        var files = message.Attachments ?? [];
        for (var i = 0; i < files.Count; i++)
        {
            var why = files[i] switch
            {
                { Url: { } url } when url.Length > LongestUrl || !IsWebAddress(url) => $"must begin with http:// or https:// and have at most {LongestUrl:N0} characters.",
                { Url: null, Content: null } or { Url: not null, Content: not null } => "must have either an address or content.",
                { Content.IsEmpty: true } => "has no content.",
                { Content.Length: > InboundAttachment.LargestContent } => "has content of more than 1 MiB: give its address instead.",
                _ => null,
            };
            if (why is not null)
            {
                return new ParseError($"attachments[{i}]", $"The attachment {why}");
            }
        }

        return files.Count > InboundAttachment.MostOfMessage ? new ParseError("attachments", $"A message has at most {InboundAttachment.MostOfMessage} attachments.") : null;
    }

    private static InboundAttachment Normalise(InboundAttachment file) => file with { Name = Optional(file.Name), Type = Optional(file.Type), Url = Optional(file.Url) };

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static InboundMessage Normalise(InboundMessage message) => message with
    {
        ExternalId = InboundText.Normalise(message.ExternalId),
        Thread = Optional(message.Thread),
        InReplyTo = Optional(message.InReplyTo),
        Url = Optional(message.Url),
        Text = message.Change == InboundChange.Deleted ? "" : InboundText.Normalise(message.Text),
        Topics = message.Topics.Count == 0 ? [] : [.. message.Topics.Select(InboundText.Normalise)],
        Attachments = message.Change == InboundChange.Deleted || message.Attachments is not { } files ? null : [.. files.Select(Normalise)],
        OccurredAt = message.OccurredAt is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null,
        Author = message.Author is { } author
            ? author with
            {
                Id = InboundText.Normalise(author.Id),
                Handle = Optional(author.Handle),
                Name = Optional(author.Name),
                ProfileUrl = Optional(author.ProfileUrl),
            }
            : null,
    };

    private static string? Optional(string? text) => text is null ? null : InboundText.Normalise(text);
}
