using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>Checks what a connector read against the SDK's contract, and takes it out of lists of the plugin's own types.</summary>
internal static class ParsedAnswer
{
    private const int MaxItems = 500;

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

    private static ParsedItem Check(ParsedItem? item) => item switch
    {
        { Error: not null } => item with { Message = null },
        { Message: { } message } => Problem(message) is { } field
            ? new ParsedItem { Error = new ParseError(field, "was read by the channel's plugin into something that this server does not take.") }
            : item,
        _ => throw new InvalidAnswerException("an item with neither message nor error"),
    };

    /// <summary>The first field that breaks the contract of <see cref="InboundMessage"/>.</summary>
    private static string? Problem(InboundMessage message) =>
        !IsId(message.ExternalId) ? "id"
        : message.Revision < 1 ? "revision"
        : !Enum.IsDefined(message.Change) || !Enum.IsDefined(message.Kind) || !Enum.IsDefined(message.Direction) ? "kind"
        : message.Author is null ? message.Change == InboundChange.Deleted ? null : "author"
        : Problem(message.Author)
        ?? (message.Thread is not null && !IsId(message.Thread) ? "thread"
        : message.InReplyTo is not null && !IsId(message.InReplyTo) ? "inReplyTo"
        : message.Text is not { Length: <= 100_000 } ? "text"
        : !IsUrl(message.Url) ? "url"
        : message.OccurredAt is { Kind: not DateTimeKind.Utc } ? "at" : null);

    private static string? Problem(MessageAuthor author) =>
        !IsId(author.Id) ? "author.id"
        : author.Handle?.Length > 256 ? "author.handle"
        : author.Name?.Length > 256 ? "author.name"
        : !IsUrl(author.ProfileUrl) ? "author.profileUrl"
        : author.Followers < 0 ? "author.followers" : null;

    private static bool IsId(string? id) => id is { Length: > 0 and <= 512 };

    // Links are shown to agents: a javascript: address must not get through, whichever plugin brought it.
    private static bool IsUrl(string? url) => url is null
        || (url.Length <= 2048 && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp));
}
