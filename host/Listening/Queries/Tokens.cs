using System.Globalization;
using System.Text;
using SocialCrm.Host.Platform.Text;

namespace SocialCrm.Host.Listening;

/// <summary>Cuts texts and queries alike into words, so that both are compared in the same form. Pure.</summary>
public static class Tokens
{
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var sort = SortAt(text, at, out var size);
            if (sort == Sort.Gap)
            {
                at += size;
                continue;
            }

            var start = at;
            at += size;
            while (sort == Sort.Letter && at < text.Length && SortAt(text, at, out size) is Sort.Letter)
            {
                at += size;
            }

            tokens.Add(Cut(text, start, at));
        }

        return tokens;
    }

    private static Token Cut(string text, int start, int end)
    {
        var mark = start > 0 && text[start - 1] is '#' or '@' ? text[start - 1] : '\0';
        var from = mark == '\0' ? start : start - 1;
        return new Token(Fold(text.AsSpan(start, end - start)), mark, from, end - from);
    }

    private static string Fold(ReadOnlySpan<char> word) => Ascii.IsValid(word) ? word.ToString().ToLowerInvariant() : Folding.Fold(word);

    private static Sort SortAt(string text, int at, out int size)
    {
        var c = text[at];
        size = 1;
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_' ? Sort.Letter : Sort.Gap;
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            return Sort.Gap;
        }

        size = rune.Utf16SequenceLength;
        return Rune.GetUnicodeCategory(rune) switch
        {
            // Scripts that put no space between words: each sign is a word, and a run of them a phrase.
            UnicodeCategory.OtherLetter when IsUnspaced(rune.Value) => Sort.Sign,
            UnicodeCategory.OtherSymbol => Sort.Sign,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Sort.Letter,
            _ => Rune.IsLetterOrDigit(rune) ? Sort.Letter : Sort.Gap,
        };
    }

    private static bool IsUnspaced(int rune) => rune is (>= 0x0E00 and <= 0x0EFF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private enum Sort
    {
        Gap,
        Letter,
        Sign,
    }
}
