namespace SocialCrm.Host.Listening;

/// <summary>Reads a query by recursive descent: OR binds weakest, then AND or nothing, then NOT.</summary>
internal sealed class QueryParser(string text)
{
    private const int Deepest = 32;
    private const int MostTerms = 200;
    private int _at;
    private int _depth;
    private int _terms;

    public QueryError? Error { get; private set; }

    /// <summary>Null where <see cref="Error"/> says why.</summary>
    public QueryNode? Parse()
    {
        var root = Either();
        SkipSpace();
        return Error is null && _at < text.Length ? Fail(_at, "This parenthesis closes nothing. Remove it, or open one before.") : root;
    }

    private QueryNode? Either()
    {
        if (_depth >= Deepest)
        {
            return Fail(_at, $"Parentheses and NOT nest at most {Deepest} deep.");
        }

        _depth++;
        List<QueryNode> parts = [];
        do
        {
            if (All() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Takes("OR"));
        _depth--;
        return parts.Count == 1 ? parts[0] : new AnyOf(parts);
    }

    private QueryNode? All()
    {
        List<QueryNode> parts = [];
        do
        {
            if (One() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Takes("AND") || !IsAtEndOfAll());
        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private QueryNode? One()
    {
        SkipSpace();
        var excluded = false;
        while (TakesNot())
        {
            excluded = !excluded;
            SkipSpace();
        }

        var part = Term();
        return part is not null && excluded ? new Without(part) : part;
    }

    private QueryNode? Term()
    {
        if (_at >= text.Length)
        {
            return Fail(text.Length, _terms == 0 ? "Write what is looked for." : "Something is missing at the end: a word or a phrase.");
        }

        if (++_terms > MostTerms)
        {
            return Fail(_at, $"A query has at most {MostTerms} words and phrases.");
        }

        return text[_at] switch
        {
            '(' => Group(),
            ')' => Fail(_at, "A word or a phrase is missing before this parenthesis."),
            '"' or '“' or '”' => Phrase(),
            _ => Word(),
        };
    }

    private QueryNode? Group()
    {
        var open = _at++;
        if (Either() is not { } inside)
        {
            return null;
        }

        SkipSpace();
        if (_at >= text.Length)
        {
            return Fail(open, "This parenthesis is not closed.");
        }

        _at++;
        return inside;
    }

    private QueryNode? Phrase()
    {
        var open = _at++;
        var close = text.AsSpan(_at).IndexOfAny('"', '“', '”');
        if (close < 0)
        {
            return Fail(open, "This quotation mark is not closed.");
        }

        var words = text.Substring(_at, close);
        _at += close + 1;
        var isPrefix = _at < text.Length && text[_at] == '*';
        _at += isPrefix ? 1 : 0;
        return Words(open, words, isPrefix);
    }

    private QueryNode? Word()
    {
        var start = _at;
        while (_at < text.Length && !IsBreak(text[_at]))
        {
            _at++;
        }

        var word = text[start.._at];
        return word is "AND" or "OR"
            ? Fail(start, $"A word or a phrase is missing before {word}. To look for the word itself, put it in quotation marks.")
            : Words(start, word.TrimEnd('*'), word.EndsWith('*'));
    }

    private QueryNode? Words(int at, string words, bool isPrefix)
    {
        var tokens = Tokens.Of(words);
        return tokens.Count == 0 ? Fail(at, "There is no word here to look for.") : new Words(tokens, isPrefix);
    }

    private bool IsAtEndOfAll()
    {
        SkipSpace();
        return _at >= text.Length || text[_at] == ')' || IsWord("OR");
    }

    private bool TakesNot()
    {
        if (Takes("NOT"))
        {
            return true;
        }

        var isMinus = _at + 1 < text.Length && text[_at] is '-' or '−' && !char.IsWhiteSpace(text[_at + 1]);
        _at += isMinus ? 1 : 0;
        return isMinus;
    }

    private bool Takes(string word)
    {
        SkipSpace();
        var isThere = IsWord(word);
        _at += isThere ? word.Length : 0;
        return isThere;
    }

    private bool IsWord(string word) =>
        string.CompareOrdinal(text, _at, word, 0, word.Length) == 0 && (_at + word.Length >= text.Length || IsBreak(text[_at + word.Length]));

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is '(' or ')' or '"' or '“' or '”';

    private QueryNode? Fail(int position, string message)
    {
        Error ??= new QueryError(position, message);
        return null;
    }
}
