using System.Xml.Linq;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>What both kinds of feed need of their XML.</summary>
internal static class FeedXml
{
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace DublinTerms = "http://purl.org/dc/terms/";

    private const int LongestLink = 2048;

    /// <summary>The trimmed text of an element; null when it is missing or empty.</summary>
    public static string? Filled(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The same as plain text.</summary>
    public static string Plain(XElement? element) => Filled(element) is { } html ? HtmlText.Read(html) : "";

    /// <summary>
    /// An absolute web address, resolved against xml:base of the element and those around it (https://www.w3.org/TR/xmlbase/);
    /// null for anything else.
    /// </summary>
    public static string? Link(string? written, XElement at, Uri document) =>
        written?.Trim() is { Length: > 0 and <= LongestLink } text && Uri.TryCreate(BaseOf(at, document), text, out var link) && IsWeb(link)
        && link.AbsoluteUri.Length <= LongestLink ? link.AbsoluteUri : null;

    private static Uri BaseOf(XElement element, Uri document)
    {
        var address = document;
        foreach (var around in element.AncestorsAndSelf().Reverse())
        {
            if (around.Attribute(XNamespace.Xml + "base")?.Value.Trim() is { Length: > 0 and <= LongestLink } given
                && Uri.TryCreate(address, given, out var resolved) && IsWeb(resolved))
            {
                address = resolved;
            }
        }

        return address;
    }

    private static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
