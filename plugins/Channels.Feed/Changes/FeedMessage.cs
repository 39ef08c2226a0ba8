using SocialCrm.Plugins.Channels.Feed.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed.Changes;

/// <summary>An entry in the host's shape.</summary>
internal static class FeedMessage
{
    private const int LongestText = 100_000;
    private const int LongestId = 512;
    private const string FeedItself = "feed";

    public static InboundMessage Of(FeedEntry entry, FeedDocument feed, string? authorName, bool isKnown, DateTimeOffset now) => new()
    {
        Change = isKnown ? InboundChange.Edited : InboundChange.Created,
        ExternalId = entry.Id,
        Revision = isKnown ? now.ToUnixTimeMilliseconds() : FirstRevision(entry, now),
        Kind = MessageKind.Post,
        Author = Author(entry.Author, feed, authorName),
        Thread = entry.Id,
        Text = Text(entry),
        Url = entry.Link,
        OccurredAt = isKnown ? entry.Updated ?? now.UtcDateTime : entry.Published ?? entry.Updated,
    };

    /// <summary>
    /// The time of the last change, so that an entry that comes again after the cursor was lost wins only when it is newer
    /// than what is known; a change without such a time gets the time at which it was seen, which is later than any of these.
    /// </summary>
    private static long FirstRevision(FeedEntry entry, DateTimeOffset now) =>
        entry.Updated is { } updated && updated < now.UtcDateTime ? Math.Max(1, new DateTimeOffset(updated).ToUnixTimeMilliseconds()) : 1;

    private static MessageAuthor Author(FeedAuthor? author, FeedDocument feed, string? authorName) => author is not null
        ? new MessageAuthor { Id = author.Id.Length <= LongestId ? author.Id : $"sha256:{EntryKey.Hash(author.Id)}", Name = Shortened(author.Name), ProfileUrl = author.Url?.Length <= 2048 ? author.Url : null }
        : new MessageAuthor { Id = FeedItself, Name = Shortened(string.IsNullOrWhiteSpace(authorName) ? feed.Title : authorName.Trim()), ProfileUrl = feed.Link };

    private static string? Shortened(string? name) => HtmlText.Line(System.Net.WebUtility.HtmlEncode(name));

    // Many blogs repeat the title as the first words of the text.
    private static string Text(FeedEntry entry)
    {
        var text = entry.Title.Length == 0 || entry.Text.StartsWith(entry.Title, StringComparison.Ordinal) ? entry.Text
            : entry.Text.Length == 0 ? entry.Title
            : $"{entry.Title}\n\n{entry.Text}";
        return text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
