using System.Xml;
using System.Xml.Linq;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0, and Atom 0.3 and 1.0. No document type is allowed, so neither are entities of its own or
/// anything from elsewhere; size and depth are bounded.
/// </summary>
internal static class FeedReader
{
    /// <summary>As many of a feed's entries are read: the list of those seen must fit into the cursor.</summary>
    public const int MostEntries = 2000;

    private const int Deepest = 200;

    /// <exception cref="FeedException">It is no feed.</exception>
    public static FeedDocument Read(byte[] body, string? charset, Uri address)
    {
        var root = Load(FeedText.Decode(body, charset));
        return root.Name.LocalName.ToUpperInvariant() switch
        {
            "RSS" or "RDF" => RssReader.Read(root, address),
            "FEED" => AtomReader.Read(root, address),
            "HTML" => throw new FeedException("At this address there is a web page, not a feed. Look on the page for a link called RSS, Atom or feed."),
            _ => throw new FeedException($"The document is XML but no feed: it begins with <{Shortened(root.Name.LocalName)}>."),
        };
    }

    private static string Shortened(string name) => name.Length > 40 ? name[..40] : name;

    private static XElement Load(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FeedException("The address answers with an empty document.");
        }

        try
        {
            // Looked through once before: a tree of unbounded depth is never built.
            using (var check = Reader(text))
            {
                while (check.Read())
                {
                    if (check.Depth > Deepest)
                    {
                        throw new FeedException($"The feed nests its elements more than {Deepest} deep, which is not read.");
                    }
                }
            }

            using var reader = Reader(text);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException error)
        {
            throw new FeedException(Explain(text, error));
        }
    }

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text.TrimStart()), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 4 * 1024 * 1024,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false, // Stray control characters are common, and replaced where they would do harm.
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static string Explain(string text, XmlException error)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            ? "At this address there is a web page, not a feed. Look on the page for a link called RSS, Atom or feed."
            : text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && error.Message.Contains("DTD", StringComparison.Ordinal)
            ? "The feed declares a document type (DOCTYPE), which is not read for safety."
            : $"The feed is not well-formed XML (line {error.LineNumber}, column {error.LinePosition}). Tell its publisher; it is tried again by itself.";
    }
}
