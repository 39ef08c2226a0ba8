using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>
/// Turns HTML into plain text in one pass, without building a tree: what strangers write can make a browser's tree grow
/// far beyond its source, and nothing but the words is wanted.
/// </summary>
internal static partial class HtmlText
{
    private const int Longest = 100_000;

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "template", "iframe", "object", "svg", "math", "noscript", "textarea", "select", "title" };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
        { "br", "div", "tr", "li", "dt", "dd", "figcaption", "section", "article", "header", "footer" };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.OrdinalIgnoreCase)
        { "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "figure" };

    public static string Read(string html)
    {
        var text = new StringBuilder();
        var (at, quotes) = (0, true);
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            Append(text, html.AsSpan(at, (open < 0 ? html.Length : open) - at));
            if (open < 0)
            {
                break;
            }

            at = Mark(html, open, text, ref quotes);
        }

        return Tidy(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>Plain text without stray white space: at most one empty line at a time, and no longer than a message may be.</summary>
    public static string Tidy(string text)
    {
        var tidy = EmptyLines().Replace(LineEnds().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "\n"), "\n\n").Trim();
        return tidy.Length <= Longest ? tidy : tidy[..(char.IsHighSurrogate(tidy[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
    }

    /// <summary>The same on one line of at most 200 characters; null when nothing is left.</summary>
    public static string? Line(string? html)
    {
        if (html is null)
        {
            return null;
        }

        var line = Spaces().Replace(Read(html), " ").Trim();
        return line.Length == 0 ? null : line.Length <= 200 ? line : line[..(char.IsHighSurrogate(line[198]) ? 198 : 199)] + "…";
    }

    /// <summary>Reads what begins with &lt;, and gives where the text goes on.</summary>
    private static int Mark(string html, int open, StringBuilder text, ref bool quotes)
    {
        if (html.AsSpan(open).StartsWith("<!--"))
        {
            var close = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }

        var tag = Tag().Match(html, open, Math.Min(html.Length - open, 64));
        var end = !tag.Success ? -1 : quotes ? EndOf(html, open) : html.IndexOf('>', open);
        if (end < 0 && tag.Success)
        {
            // Nothing closes it, so what follows is not looked through for its end again and again: once without regard
            // to quotes, and if that does not help, the rest is words.
            (quotes, end) = (false, html.IndexOf('>', open));
            if (end < 0)
            {
                Append(text, html.AsSpan(open));
                return html.Length;
            }
        }

        if (end < 0)
        {
            // A bare "<" is a sign like any other; written so that it is not taken for a mark again.
            text.Append("&lt;");
            return open + 1;
        }

        var name = tag.Groups["name"].Value;
        var closes = tag.Groups["close"].Length > 0;
        if (!closes && Unread.Contains(name) && html[end - 1] != '/')
        {
            var close = html.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? html.Length : close;
        }

        text.Append(Paragraphs.Contains(name) ? "\n\n" : Lines.Contains(name) && !(closes && name is "li" or "br") ? "\n" : name is "td" or "th" ? " " : "");
        text.Append(!closes && name.Equals("li", StringComparison.OrdinalIgnoreCase) ? "- " : "");
        return end + 1;
    }

    /// <summary>The &gt; that closes a mark, passing over quoted values; where quotes are not closed, the next one.</summary>
    private static int EndOf(string html, int open)
    {
        for (var i = open + 1; i < html.Length; i++)
        {
            if (html[i] == '>')
            {
                return i;
            }

            if (html[i] is '"' or '\'' && html[i - 1] is '=' or ' ')
            {
                var close = html.IndexOf(html[i], i + 1);
                if (close < 0)
                {
                    return html.IndexOf('>', i);
                }

                i = close;
            }
        }

        return -1;
    }

    // White space of the source is a space; line ends come from the marks alone.
    private static void Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            var space = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!space || (text.Length > 0 && text[^1] is not (' ' or '\n')))
            {
                text.Append(space ? ' ' : c);
            }
        }
    }

    [GeneratedRegex(@"\G<(?<close>/?)(?<name>[A-Za-z!?][A-Za-z0-9]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\u00A0]*\n[ \t\u00A0]*", RegexOptions.None, 2000)]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"\n{3,}", RegexOptions.None, 2000)]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Spaces();
}
