using System.Xml.Linq;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>Reads Atom 1.0 (RFC 4287) and what Atom 0.3 has in common with it.</summary>
internal static class AtomReader
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Older = "http://purl.org/atom/ns#";

    public static FeedDocument Read(XElement root, Uri address)
    {
        if (root.Name.Namespace != Atom && root.Name.Namespace != Older)
        {
            throw new FeedException("The document begins with <feed> but is not Atom: its namespace is another.");
        }

        var author = Author(Child(root, "author"));
        var entries = Children(root, "entry").Take(FeedReader.MostEntries).Select(e => Entry(e, author, address));
        var title = Text(Child(root, "title"));
        return new FeedDocument("Atom", title.Length > 0 ? title : null, Alternate(root, address), [.. entries]);
    }

    /// <summary>A person (RFC 4287, section 3.2): known by e-mail address, else by address, else by name.</summary>
    public static FeedAuthor? Author(XElement? person)
    {
        if (person is null)
        {
            return null;
        }

        var (name, mail, page) = (HtmlText.Line(FeedXml.Filled(Child(person, "name"))), FeedXml.Filled(Child(person, "email")), FeedXml.Filled(Child(person, "uri") ?? Child(person, "url")));
        var id = mail is not null ? $"mailto:{mail.ToLowerInvariant()}" : page ?? (name is null ? null : $"name:{name.ToLowerInvariant()}");
        return id is null ? null : new FeedAuthor(id, name ?? mail ?? page, Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? page : null);
    }

    private static FeedEntry Entry(XElement entry, FeedAuthor? feedAuthor, Uri address)
    {
        var title = Text(Child(entry, "title"));
        var content = Text(Child(entry, "content"));
        var text = content.Length > 0 ? content : Text(Child(entry, "summary"));
        var link = Alternate(entry, address);
        var updated = FeedDate.Read(FeedXml.Filled(Child(entry, "updated") ?? Child(entry, "modified")));
        var published = FeedDate.Read(FeedXml.Filled(Child(entry, "published") ?? Child(entry, "issued") ?? Child(entry, "created")));
        var source = Child(entry, "source");
        var author = Author(Child(entry, "author")) ?? (source is null ? null : Author(Child(source, "author"))) ?? feedAuthor;
        return new FeedEntry(EntryKey.Of(FeedXml.Filled(Child(entry, "id")), link, title, text, published), title, text, link, author, published, updated);
    }

    /// <summary>
    /// The text of a construct as plain text (RFC 4287, sections 3.1 and 4.1.3): text as it stands, html and xhtml without
    /// their marks; content that lies elsewhere or is no text is passed over.
    /// </summary>
    private static string Text(XElement? construct)
    {
        if (construct is null || construct.Attribute("src") is not null)
        {
            return "";
        }

        return (construct.Attribute("type")?.Value.Trim().ToLowerInvariant() ?? "text") switch
        {
            "text" or "text/plain" => HtmlText.Tidy(construct.Value),
            "html" or "text/html" => HtmlText.Read(construct.Value),
            "xhtml" or "application/xhtml+xml" => HtmlText.Read(string.Concat(construct.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)))),
            var type when type.StartsWith("text/", StringComparison.Ordinal) => HtmlText.Tidy(construct.Value),
            _ => "",
        };
    }

    /// <summary>The page: the link that is "alternate", which is also what a link without a relation is.</summary>
    private static string? Alternate(XElement at, Uri address) =>
        Children(at, "link").Where(l => (l.Attribute("rel")?.Value.Trim() ?? "alternate") == "alternate")
            .OrderByDescending(l => l.Attribute("type")?.Value is null or "text/html")
            .Select(l => FeedXml.Link(l.Attribute("href")?.Value, l, address)).FirstOrDefault(l => l is not null);

    private static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(e => e.Name.LocalName == name && (e.Name.Namespace == Atom || e.Name.Namespace == Older));
}
