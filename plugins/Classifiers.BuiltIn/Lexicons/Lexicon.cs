using System.Collections.Frozen;
using SocialCrm.Plugins.Classifiers.BuiltIn.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;

/// <summary>The words and phrases of a language, found by number: a word first, then a tree of phrases over words.</summary>
internal sealed class Lexicon
{
    public const int Unknown = -1;
    public const int Number = 0;
    private const int LongestWord = 32;
    private const int ShortestStem = 4;
    private const int LongestElision = 5;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly bool _hasStems;
    private readonly FrozenDictionary<long, int> _children;
    private readonly Meaning?[] _meanings;
    private readonly bool[] _branches;

    /// <param name="words">Each word's number; number 0 stands for any figure.</param>
    /// <param name="stems">The number of each beginning that was listed as <c>begin*</c>.</param>
    /// <param name="children">From node and word to the next node; the node of a first word has the word's number.</param>
    /// <param name="meanings">The meaning that ends at each node, if any.</param>
    public Lexicon(
        Dictionary<string, int> words, Dictionary<string, int> stems, Dictionary<long, int> children, Meaning?[] meanings)
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _stems = stems.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _hasStems = stems.Count > 0;
        _children = children.ToFrozenDictionary();
        _meanings = meanings;
        _branches = new bool[meanings.Length];
        foreach (var key in children.Keys)
        {
            _branches[(int)(key >> 32)] = true;
        }
    }

    public int Find(ReadOnlySpan<char> text, Token token)
    {
        if (token.Kind == TokenKind.Number)
        {
            return Number;
        }
        if (token.Kind is not (TokenKind.Word or TokenKind.Hashtag))
        {
            return Unknown;
        }
        Span<char> folded = stackalloc char[LongestWord];
        var hash = token.Kind == TokenKind.Hashtag ? 1 : 0;
        var length = Letters.Fold(text.Slice(token.Start + hash, token.Length - hash), folded);
        return Find(folded[..length]);
    }

    /// <summary>The longest phrase that begins at <paramref name="start"/>.</summary>
    /// <param name="words">The numbers of all words of the message.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How many words it spans; 1 where nothing is listed.</param>
    public Meaning? Match(ReadOnlySpan<int> words, int start, out int length)
    {
        length = 1;
        var node = words[start];
        if (node == Unknown)
        {
            return null;
        }
        var found = _meanings[node];
        for (var next = start + 1; next < words.Length && _branches[node] && words[next] != Unknown; next++)
        {
            if (!_children.TryGetValue(Key(node, words[next]), out node))
            {
                break;
            }
            if (_meanings[node] is { } longer)
            {
                found = longer;
                length = next - start + 1;
            }
        }
        return found;
    }

    public static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private int Find(ReadOnlySpan<char> folded)
    {
        if (_words.TryGetValue(folded, out var word))
        {
            return word;
        }
        Span<char> squeezed = stackalloc char[LongestWord];
        var twice = Letters.Squeeze(folded, squeezed, 2);
        if (twice < folded.Length && (_words.TryGetValue(squeezed[..twice], out word)
            || _words.TryGetValue(squeezed[..Letters.Squeeze(folded, squeezed, 1)], out word)))
        {
            return word;
        }
        for (var length = folded.Length; _hasStems && length >= ShortestStem; length--)
        {
            if (_stems.TryGetValue(folded[..length], out word))
            {
                return word;
            }
        }
        // French and Italian run short words into the next one: l'amour, un'ora.
        var elision = folded.IndexOf('\'');
        return elision is > 0 and <= LongestElision && elision + 2 < folded.Length ? Find(folded[(elision + 1)..]) : Unknown;
    }
}
