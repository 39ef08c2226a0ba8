namespace SocialCrm.Host.Listening;

/// <summary>A part of a query. <see cref="Matches"/> is made to be called for every message; <see cref="Find"/> for those that people look at.</summary>
internal abstract record QueryNode
{
    public abstract bool Matches(TokenizedText text);

    /// <summary>Adds the places that made it match.</summary>
    public virtual void Find(TokenizedText text, List<MatchedSpan> found)
    {
    }
}

internal sealed record AllOf(IReadOnlyList<QueryNode> Parts) : QueryNode
{
    public override bool Matches(TokenizedText text)
    {
        foreach (var part in Parts)
        {
            if (!part.Matches(text))
            {
                return false;
            }
        }

        return true;
    }

    public override void Find(TokenizedText text, List<MatchedSpan> found)
    {
        foreach (var part in Parts)
        {
            part.Find(text, found);
        }
    }
}

internal sealed record AnyOf(IReadOnlyList<QueryNode> Parts) : QueryNode
{
    public override bool Matches(TokenizedText text)
    {
        foreach (var part in Parts)
        {
            if (part.Matches(text))
            {
                return true;
            }
        }

        return false;
    }

    public override void Find(TokenizedText text, List<MatchedSpan> found)
    {
        foreach (var part in Parts)
        {
            if (part.Matches(text))
            {
                part.Find(text, found);
            }
        }
    }
}

/// <summary>What must not occur leaves nothing to point at.</summary>
internal sealed record Without(QueryNode Part) : QueryNode
{
    public override bool Matches(TokenizedText text) => !Part.Matches(text);
}

/// <summary>One word or several in a row; the last may be the beginning of a word only.</summary>
internal sealed record Words(IReadOnlyList<Token> Sought, bool IsPrefix) : QueryNode
{
    public override bool Matches(TokenizedText text) => NextAfter(text, -1) >= 0;

    public override void Find(TokenizedText text, List<MatchedSpan> found)
    {
        for (var at = NextAfter(text, -1); at >= 0; at = NextAfter(text, at))
        {
            var start = text.Tokens[at].Start;
            found.Add(new MatchedSpan(start, text.Tokens[at + Sought.Count - 1].End - start));
        }
    }

    private int NextAfter(TokenizedText text, int place)
    {
        if (IsPrefix && Sought.Count == 1)
        {
            return NextBeginning(text, place);
        }

        for (var at = place < 0 ? text.First(Sought[0].Text) : text.Next(place); at >= 0; at = text.Next(at))
        {
            if (StandsAt(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    private int NextBeginning(TokenizedText text, int place)
    {
        for (var at = place + 1; at < text.Tokens.Count; at++)
        {
            if (StandsAt(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    private bool StandsAt(TokenizedText text, int at)
    {
        if (at + Sought.Count > text.Tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < Sought.Count; i++)
        {
            var (token, sought) = (text.Tokens[at + i], Sought[i]);
            var same = IsPrefix && i == Sought.Count - 1
                ? token.Text.StartsWith(sought.Text, StringComparison.Ordinal)
                : token.Text == sought.Text;
            if (!same || (sought.Mark != '\0' && token.Mark != sought.Mark))
            {
                return false;
            }
        }

        return true;
    }
}
