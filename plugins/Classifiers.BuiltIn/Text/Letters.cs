using System.Globalization;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Text;

/// <summary>
/// Folds letters so that a word is found however it was typed: in capitals, without its accents, with an Arabic
/// hamza or without, with marks piled on it, or with invisible signs strewn in.
/// </summary>
internal static class Letters
{
    private const char FirstFolded = '\u00C0';

    // U+00C0 to U+017F. A table, because normalisation depends on the host's globalisation mode.
    private const string Folded =
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static bool IsWordPart(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            return true;
        }
        return c >= '\u00AA' && (char.IsLetterOrDigit(c) || IsMarkOrInvisible(c));
    }

    public static bool IsMarkOrInvisible(char c) =>
        c >= '\u00AD' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07';

    /// <summary>Writes the folded word, or answers 0 when it is longer than any word that is listed.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
        {
            var letter = Fold(c);
            if (letter == '\0')
            {
                continue;
            }
            if (length == folded.Length)
            {
                return 0;
            }
            folded[length++] = letter;
        }
        return length;
    }

    /// <summary>Shortens runs of a letter to <paramref name="longest"/>: "sooo" to "soo" or "so".</summary>
    public static int Squeeze(ReadOnlySpan<char> word, Span<char> squeezed, int longest)
    {
        var length = 0;
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= longest)
            {
                squeezed[length++] = word[i];
            }
        }
        return length;
    }

    private static char Fold(char c)
    {
        if (c < '\u0080')
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }
        if (c >= FirstFolded && c < FirstFolded + Folded.Length)
        {
            return Folded[c - FirstFolded];
        }
        return c switch
        {
            '\u2019' or '\u02BC' or '\uFF07' => '\'',
            'أ' or 'إ' or 'آ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            'ـ' => '\0',
            _ when IsMarkOrInvisible(c) => '\0',
            _ => char.ToLowerInvariant(c),
        };
    }
}
