using System.Text;

namespace SocialCrm.Host.Ingestion;

/// <summary>Makes text storable everywhere: no U+0000, no lone surrogates. The raw event keeps the bytes as they came.</summary>
internal static class InboundText
{
    private const char Replacement = '\uFFFD';

    public static string Normalise(string text)
    {
        var at = FirstBad(text, 0);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = FirstBad(text, from))
        {
            result.Append(text, from, at - from).Append(Replacement);
            from = at + 1;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0' || char.IsLowSurrogate(c))
            {
                return i;
            }

            if (!char.IsHighSurrogate(c))
            {
                continue;
            }

            if (i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
