using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>Checks what a connector read against the SDK's contract, and takes it out of lists of the plugin's own types.</summary>
internal static class ParsedAnswer
{
    private const int MaxItems = 500;
    private const int MaxState = 64 * 1024;
    private const int MaxTopics = 20;

    public static IReadOnlyList<ParsedRequest> Copy(IReadOnlyList<ParsedRequest>? answer, int expected) =>
        answer?.Count == expected
            ? [.. answer.Select(Copy)]
            : throw new InvalidAnswerException($"{answer?.Count.ToString() ?? "no"} results for {expected} requests");

    private static ParsedRequest Copy(ParsedRequest? request) => request switch
    {
        null or { Items: null } or { Items.Count: > MaxItems } => throw new InvalidAnswerException("a request without items, or with more than 500"),
        { Error: not null } => request with { Items = [] },
        _ => request with { Items = [.. request.Items.Select(Check)] },
    };

    /// <summary>What a connector read of a block of a file.</summary>
    public static ImportedBlock Copy(ImportedBlock? answer, ImportBlock block) => answer switch
    {
        null or { Rows: null } or { Rows.Count: > ImportedRow.MostOfBlock } => throw new InvalidAnswerException("a block without rows, or with more than 4,000"),
        { State.Length: > MaxState } => throw new InvalidAnswerException("a state of more than 64 KiB"),
        _ when answer.Consumed < (block.Bytes.IsEmpty ? 0 : 1) || answer.Consumed > block.Bytes.Length => throw new InvalidAnswerException($"{answer.Consumed} bytes consumed of {block.Bytes.Length}"),
        _ => answer with { Rows = [.. answer.Rows.Select(Check)] },
    };

    private static ImportedRow Check(ImportedRow? row)
    {
        var item = Check(new ParsedItem { Message = row?.Message, Error = row?.Error });
        return row! with { Message = item.Message, Error = item.Error };
    }

    // Lists may be of the plugin's own types: what stays with the host must not hold on to them.
    private static InboundMessage? Owned(InboundMessage? message) => message is null ? null : message with
    {
        Topics = [.. message.Topics],
        Attachments = message.Attachments is { } files ? [.. files.Select(f => f with { Content = f.Content is { } content ? (ReadOnlyMemory<byte>?)content.ToArray() : null })] : null,
    };

    public static ParsedItem Check(ParsedItem? item) => item switch
    {
        { Error: not null } => item with { Message = null },
        { Message: { } message } => Problem(message) is { } field
            ? new ParsedItem { Error = new ParseError(field, "was read by the channel's plugin into something that this server does not take.") }
            : item with { Message = Owned(message) },
        _ => throw new InvalidAnswerException("an item with neither message nor error"),
    };

    /// <summary>The first field that breaks the contract of <see cref="InboundMessage"/>.</summary>
    private static string? Problem(InboundMessage message) =>
        !IsId(message.ExternalId) ? "id"
        : message.Revision < 1 ? "revision"
        : !Enum.IsDefined(message.Change) || !Enum.IsDefined(message.Kind) || !Enum.IsDefined(message.Direction) ? "kind"
        : message.Author is null && message.Change != InboundChange.Deleted && message.Direction == MessageDirection.Inbound ? "author"
        : Problem(message.Author)
        ?? (message.Thread is not null && !IsId(message.Thread) ? "thread"
        : message.InReplyTo is not null && !IsId(message.InReplyTo) ? "inReplyTo"
        : message.Text is not { Length: <= 100_000 } ? "text"
        : !IsUrl(message.Url) ? "url"
        : message.OccurredAt is { Kind: not DateTimeKind.Utc } ? "at"
        : message.Topics is not { Count: <= MaxTopics } || message.Topics.Any(t => t is not { Length: > 0 and <= 100 }) ? "topic" : Problem(message.Attachments));

    private static string? Problem(IReadOnlyList<InboundAttachment>? files) =>
        files is null ? null : files.Count > InboundAttachment.MostOfMessage || !files.All(IsAttachment) ? "attachments" : null;

    private static bool IsAttachment(InboundAttachment? file) => file is { Name: null or { Length: <= 255 }, Type: null or { Length: <= 127 }, Size: null or >= 0 }
        && IsUrl(file.Url) && file.Url is null == file.Content.HasValue && file.Content is not { Length: 0 or > InboundAttachment.LargestContent };

    private static string? Problem(MessageAuthor? author) =>
        author is null ? null
        : !IsId(author.Id) ? "author.id"
        : author.Handle?.Length > 256 ? "author.handle"
        : author.Name?.Length > 256 ? "author.name"
        : !IsUrl(author.ProfileUrl) ? "author.profileUrl"
        : author.Followers < 0 ? "author.followers" : null;

    private static bool IsId(string? id) => id is { Length: > 0 and <= 512 };

    // Links are shown to agents: a javascript: address must not get through, whichever plugin brought it.
    private static bool IsUrl(string? url) => url is null
        || (url.Length <= 2048 && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp));
}
