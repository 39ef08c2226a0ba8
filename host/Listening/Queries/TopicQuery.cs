namespace SocialCrm.Host.Listening;

/// <summary>
/// What is listened for: words, "phrases", beginnings*, #hashtags and @handles, joined by AND (or nothing), OR, NOT (or -)
/// and parentheses. Case and diacritics do not matter. Immutable and safe to share.
/// </summary>
public sealed class TopicQuery
{
    public const int LongestQuery = 2_000;
    private static readonly TokenizedText Nothing = new("");
    private readonly QueryNode _root;

    private TopicQuery(QueryNode root) => _root = root;

    /// <summary>Reads a query; one of the two is null.</summary>
    public static (TopicQuery? Query, QueryError? Error) Parse(string text)
    {
        if (text.Length > LongestQuery)
        {
            return (null, new QueryError(LongestQuery, $"A query has at most {LongestQuery:N0} characters."));
        }

        var parser = new QueryParser(text);
        if (parser.Parse() is not { } root)
        {
            return (null, parser.Error);
        }

        return root.Matches(Nothing)
            ? (null, new QueryError(0, "This only says what must not occur. Add what is looked for."))
            : (new TopicQuery(root), null);
    }

    public bool Matches(TokenizedText text) => _root.Matches(text);

    /// <summary>The places that made it match, in the order of the text; none when it does not match.</summary>
    public IReadOnlyList<MatchedSpan> Find(TokenizedText text)
    {
        var found = new List<MatchedSpan>();
        if (_root.Matches(text))
        {
            _root.Find(text, found);
        }

        return [.. found.Distinct().OrderBy(s => s.Start).ThenBy(s => s.Length)];
    }
}
