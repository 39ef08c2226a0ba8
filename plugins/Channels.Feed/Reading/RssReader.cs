using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>
/// Reads RSS 2.0 and its forerunners (https://www.rssboard.org/rss-specification) and RSS 1.0
/// (https://web.resource.org/rss/1.0/spec), whose items stand beside the channel.
/// </summary>
internal static partial class RssReader
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    // Elements of RSS itself stand in no namespace or in one of these; those of modules do not count.
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss",
    };

    public static FeedDocument Read(XElement root, Uri address)
    {
        var channel = Child(root, "channel") ?? throw new FeedException("The RSS feed has no channel.");
        var items = Children(channel, "item").Concat(Children(root, "item")).Take(FeedReader.MostEntries);
        var link = FeedXml.Link(FeedXml.Filled(Child(channel, "link")), channel, address);
        return new FeedDocument("RSS", FeedXml.Plain(Child(channel, "title")) is { Length: > 0 } title ? title : null, link, [.. items.Select(i => Entry(i, address))]);
    }

    private static FeedEntry Entry(XElement item, Uri address)
    {
        var title = FeedXml.Plain(Child(item, "title"));
        var text = FeedXml.Plain(item.Element(Content + "encoded") ?? Child(item, "description"));
        var guid = Child(item, "guid");
        var id = FeedXml.Filled(guid) ?? (item.Attribute(Rdf + "about")?.Value.Trim() is { Length: > 0 } about ? about : null);
        var link = FeedXml.Link(FeedXml.Filled(Child(item, "link")), item, address) ?? Permalink(guid, item, address);
        var published = FeedDate.Read(FeedXml.Filled(Child(item, "pubDate")))
            ?? FeedDate.Read(FeedXml.Filled(item.Element(FeedXml.DublinCore + "date")))
            ?? FeedDate.Read(FeedXml.Filled(item.Element(FeedXml.DublinTerms + "created")));
        var updated = FeedDate.Read(FeedXml.Filled(item.Element(AtomReader.Atom + "updated") ?? item.Element(FeedXml.DublinTerms + "modified")));
        return new FeedEntry(EntryKey.Of(id, link, title, text, published), title, text, link, Author(item), published, updated);
    }

    /// <summary>A guid is the item's address unless it says that it is not.</summary>
    private static string? Permalink(XElement? guid, XElement item, Uri address) =>
        guid?.Attribute("isPermaLink")?.Value.Trim() is "false" || FeedXml.Filled(guid) is not { } text || !text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? null
            : FeedXml.Link(text, item, address);

    /// <summary>dc:creator is a name; author is meant to be an e-mail address with the name in brackets, and often is a name.</summary>
    private static FeedAuthor? Author(XElement item)
    {
        var creator = HtmlText.Line(FeedXml.Filled(item.Element(FeedXml.DublinCore + "creator")));
        if (HtmlText.Line(FeedXml.Filled(Child(item, "author"))) is not { } author)
        {
            return AtomReader.Author(item.Element(AtomReader.Atom + "author")) ?? (creator is null ? null : Named(creator));
        }

        var mail = Mail().Match(author);
        if (!mail.Success)
        {
            return Named(creator ?? author);
        }

        var name = creator ?? (mail.Groups["name"].Value.Trim() is { Length: > 0 } given ? given : null);
        return new FeedAuthor($"mailto:{mail.Groups["mail"].Value.ToLowerInvariant()}", name ?? mail.Groups["mail"].Value, null);
    }

    private static FeedAuthor Named(string name) => new($"name:{name.ToLowerInvariant()}", name, null);

    private static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(e => e.Name.LocalName == name && Own.Contains(e.Name.NamespaceName));

    [GeneratedRegex(@"^(?<mail>[^\s@()<>]+@[^\s@()<>]+)(\s*\((?<name>[^)]*)\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mail();
}
