namespace SocialCrm.Host.Customers;

/// <summary>Adds up the relationships with the accounts of one customer. Pure.</summary>
internal static class RelationshipSum
{
    // Smaller differences are the noise of a few messages, not a trend.
    private const double DeadBand = 0.15;

    public static RelationshipView Of(IReadOnlyCollection<Relationship> parts)
    {
        var open = parts.SelectMany(p => p.Unanswered).ToList();
        return new RelationshipView
        {
            FirstContactAt = parts.Min(p => p.FirstContactAt),
            LastContactAt = parts.Max(p => p.LastContactAt),
            Inbound = parts.Sum(p => p.Inbound),
            Outbound = parts.Sum(p => p.Outbound),
            ByKind = parts.SelectMany(p => p.ByKind).GroupBy(k => k.Key, StringComparer.Ordinal)
                .ToDictionary(k => k.Key, k => k.Sum(n => n.Value), StringComparer.Ordinal),
            Sentiment = Sentiment(parts),
            OpenQuestions = [.. open.Where(u => u.IsQuestion).OrderBy(u => u.At).ThenBy(u => u.InteractionId)
                .Select(u => new OpenQuestion(u.InteractionId, u.ConversationId, u.At))],
            Owes = open.Count > 0 ? Owing.Us : WeSpokeLast(parts) ? Owing.Them : Owing.Nobody,
        };
    }

    public static SentimentTrend Trend(double? recent, double? longTerm) => (recent - longTerm) switch
    {
        null => SentimentTrend.Unknown,
        > DeadBand => SentimentTrend.Improving,
        < -DeadBand => SentimentTrend.Worsening,
        _ => SentimentTrend.Steady,
    };

    private static SentimentView Sentiment(IReadOnlyCollection<Relationship> parts)
    {
        var recent = parts.Select(p => p.RecentSentiment)
            .Aggregate(new DecayingMean(), (sum, part) => sum.Plus(part, Relationship.RecentHalfLife)).Value;
        var longTerm = parts.Select(p => p.LongTermSentiment)
            .Aggregate(new DecayingMean(), (sum, part) => sum.Plus(part, Relationship.LongTermHalfLife)).Value;
        return new SentimentView(Rounded(recent), Rounded(longTerm), Trend(recent, longTerm));
    }

    private static double? Rounded(double? mean) => mean is { } value ? Math.Round(value, 3) : null;

    private static bool WeSpokeLast(IReadOnlyCollection<Relationship> parts) =>
        parts.Max(p => p.LastOutboundAt) is { } outbound && outbound >= parts.Max(p => p.LastContactAt);
}
