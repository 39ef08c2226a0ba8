namespace SocialCrm.Host.Listening;

/// <summary>A text cut into words once, for all queries that are tried on it.</summary>
public sealed class TokenizedText
{
    private readonly Dictionary<string, int> _first;
    private readonly int[] _next;

    public TokenizedText(string text)
    {
        Tokens = Listening.Tokens.Of(text);
        _first = new(Tokens.Count, StringComparer.Ordinal);
        _next = new int[Tokens.Count];
        for (var i = Tokens.Count - 1; i >= 0; i--)
        {
            _next[i] = _first.TryGetValue(Tokens[i].Text, out var later) ? later : -1;
            _first[Tokens[i].Text] = i;
        }
    }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The first place of a word; -1 where it does not occur.</summary>
    public int First(string word) => _first.TryGetValue(word, out var place) ? place : -1;

    /// <summary>The next place of the word that stands here; -1 after the last.</summary>
    public int Next(int place) => _next[place];
}
