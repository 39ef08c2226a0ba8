using System.Text;
using System.Text.Encodings.Web;

namespace SocialCrm.Host.Mail;

/// <summary>What an e-mail says: plain paragraphs and links to this server. Both forms of it come from here, all encoded.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Lines">Paragraphs, or items with a link.</param>
/// <param name="Footer">Why the reader gets it.</param>
public sealed record MailContent(string Subject, IReadOnlyList<MailLine> Lines, string Footer)
{
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var line in Lines)
        {
            text.Append(OneLine(line.Text)).Append('\n');
            if (line.Link is { } link)
            {
                text.Append(link).Append('\n');
            }

            text.Append('\n');
        }

        return text.Append("-- \n").Append(OneLine(Footer)).Append('\n').ToString();
    }

    public string Html()
    {
        var html = new StringBuilder("<!doctype html><html><body style=\"font:16px/1.5 sans-serif;color:#1f2328;max-width:36em\">");
        foreach (var line in Lines)
        {
            html.Append("<p>").Append(Encoded(line.Text));
            if (line.Link is { } link)
            {
                html.Append("<br><a href=\"").Append(Encoded(link)).Append("\">").Append(Encoded(line.Label ?? link)).Append("</a>");
            }

            html.Append("</p>");
        }

        return html.Append("<p style=\"color:#59636e;font-size:13px\">").Append(Encoded(Footer)).Append("</p></body></html>").ToString();
    }

    /// <summary>No name that somebody chose can begin another line, in a header least of all.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            line.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        }

        return line.ToString().Trim();
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(OneLine(text));
}

/// <param name="Text">A sentence or a few.</param>
/// <param name="Link">Where to go; always a page of this server.</param>
/// <param name="Label">What the link is called in HTML.</param>
public sealed record MailLine(string Text, string? Link = null, string? Label = null);
