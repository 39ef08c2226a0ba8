using System.Text;
using SocialCrm.Host.Platform.Text;

namespace SocialCrm.Host.Platform.Database;

/// <summary>
/// What a person searches for: words that must all be there, phrases in quotes, and -words that must not. Upper case and
/// accents make no difference. Any text can be read; signs that are neither letter nor digit only part words.
/// </summary>
public sealed record SearchWords(IReadOnlyList<SearchTerm> Terms)
{
    private const int LongestText = 500;
    private const int MostTerms = 20;

    /// <summary>Null where nothing was asked for.</summary>
    public static SearchWords? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var rest = text.Length > LongestText ? text.AsSpan(0, LongestText) : text.AsSpan();
        var terms = new List<SearchTerm>();
        while (!(rest = rest.TrimStart()).IsEmpty && terms.Count < MostTerms)
        {
            var not = rest[0] == '-';
            rest = not ? rest[1..] : rest;
            var quoted = !rest.IsEmpty && rest[0] == '"';
            rest = quoted ? rest[1..] : rest;
            var end = quoted ? rest.IndexOf('"') : rest.IndexOfAny(' ', '\t', '\n');
            var length = end < 0 ? rest.Length : end;
            var words = Split(rest[..length]);
            // While somebody types, the last word is the beginning of one.
            var typing = end < 0 && !quoted;
            if (words.Count > 0)
            {
                terms.Add(new SearchTerm(words, not, typing));
            }

            rest = end < 0 ? [] : rest[(length + 1)..];
        }

        return new SearchWords(terms);
    }

    /// <summary>The words of a text, folded as they are in the index.</summary>
    private static List<string> Split(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Folding.Letters(text).EnumerateRunes())
        {
            plain.Append(Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : " ");
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}

/// <param name="Words">Words that follow one another.</param>
/// <param name="Not">True for what must not be there.</param>
/// <param name="IsPrefix">True when the last of the words may be the beginning of one.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool Not, bool IsPrefix);
