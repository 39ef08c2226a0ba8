using System.Text;
using System.Text.RegularExpressions;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>
/// Turns the bytes of a feed into text. A byte order mark goes first, then the charset of the HTTP header, then that of the
/// XML declaration, else it is UTF-8 (RFC 7303, section 3).
/// </summary>
internal static partial class FeedText
{
    private const int DeclarationLength = 200;

    public static string Decode(byte[] body, string? charset)
    {
        var (encoding, skip) = body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0x3C, 0x00, 0x3F, 0x00, ..] => (Encoding.Unicode, 0),
            [0x00, 0x3C, 0x00, 0x3F, ..] => (Encoding.BigEndianUnicode, 0),
            _ => (Known(charset) ?? Known(Declared(body)) ?? Encoding.UTF8, 0),
        };
        return encoding.GetString(body, skip, body.Length - skip);
    }

    private static string? Declared(byte[] body)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, DeclarationLength)));
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static Encoding? Known(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        try
        {
            // What calls itself Latin-1 or ASCII is Windows-1252 in practice (https://encoding.spec.whatwg.org/#names-and-labels).
            var label = name.Trim().ToUpperInvariant();
            return label is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII"
                ? CodePagesEncodingProvider.Instance.GetEncoding(1252)
                : CodePagesEncodingProvider.Instance.GetEncoding(name.Trim()) ?? Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["'](?<name>[A-Za-z][A-Za-z0-9._-]{0,39})["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
