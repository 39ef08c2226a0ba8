using SocialCrm.Plugins.Classifiers.BuiltIn.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Languages;

/// <summary>The letters of a message as the profile sees them, and the buckets of their sequences.</summary>
internal static class LetterSequences
{
    /// <summary>More letters make no surer.</summary>
    public const int MostLetters = 600;

    public const int MostBuckets = MostLetters * 5;
    private const int LongestSequence = 4;
    private const uint Prime = 16777619;
    private const uint Seed = 2166136261;

    /// <summary>The words in small letters with their accents, a space around each; names, links and hashtags left out.</summary>
    public static int Letters(ReadOnlySpan<char> text, List<Token> tokens, Span<char> letters)
    {
        var length = 0;
        letters[length++] = ' ';
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }
            foreach (var c in text.Slice(token.Start, token.Length))
            {
                if (length >= letters.Length - 1)
                {
                    letters[length++] = ' ';
                    return length;
                }
                if (char.IsLetter(c) || Text.Letters.IsApostrophe(c))
                {
                    letters[length++] = Text.Letters.IsApostrophe(c) ? '\'' : char.ToLowerInvariant(c);
                }
            }
            letters[length++] = ' ';
            if (length >= letters.Length - 1)
            {
                break;
            }
        }
        return length;
    }

    /// <summary>Sequences of two to four letters, each letter that is not English, and each whole word.</summary>
    public static int Buckets(ReadOnlySpan<char> letters, Span<ushort> buckets)
    {
        var count = 0;
        var word = Seed;
        for (var i = 0; i < letters.Length && count < buckets.Length - LongestSequence; i++)
        {
            word = letters[i] == ' ' ? Seed : (word ^ letters[i]) * Prime;
            if (word != Seed && i + 1 < letters.Length && letters[i + 1] == ' ')
            {
                buckets[count++] = BucketOf(word);
            }
            var hash = Seed + 1;
            for (var n = 0; n < LongestSequence && i + n < letters.Length; n++)
            {
                hash = (hash ^ letters[i + n]) * Prime;
                if (n > 0 || letters[i] > '\u007F')
                {
                    buckets[count++] = BucketOf(hash);
                }
            }
        }
        return count;
    }

    private static ushort BucketOf(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        return (ushort)((hash ^ (hash >> 13)) & (LanguageProfile.Buckets - 1));
    }
}
