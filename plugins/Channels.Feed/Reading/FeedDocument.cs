namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>A feed as it was read.</summary>
/// <param name="Format">RSS or Atom, for people.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Link">The page it belongs to, or null.</param>
/// <param name="Entries">Its entries in their order, which is mostly newest first.</param>
internal sealed record FeedDocument(string Format, string? Title, string? Link, IReadOnlyList<FeedEntry> Entries);

/// <summary>One entry of a feed.</summary>
/// <param name="Id">The key: its id where it has one.</param>
/// <param name="Title">Its title as plain text; may be empty.</param>
/// <param name="Text">Its content as plain text; may be empty.</param>
/// <param name="Link">Its page, or null.</param>
/// <param name="Author">Who wrote it, or null.</param>
/// <param name="Published">When it was written, UTC, or null.</param>
/// <param name="Updated">When it was last changed, UTC, or null.</param>
internal sealed record FeedEntry(
    string Id, string Title, string Text, string? Link, FeedAuthor? Author, DateTime? Published, DateTime? Updated);

/// <summary>The author of an entry: their e-mail address or page where it is given, else the name, is what stays the same.</summary>
internal sealed record FeedAuthor(string Id, string? Name, string? Url);
