namespace SocialCrm.Host.Analytics;

/// <summary>A table of cells by slot, and what the days count of it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Parts">The measures.</param>
internal sealed record CountedCells(string Table, IReadOnlyList<CountedPart> Parts)
{
    private static readonly CountedPart[] OfMessages =
    [
        new(DayMeasure.Volume, "topic", "direction", "messages", InboundOnly: false),
        new(DayMeasure.Sentiment, "topic", "sentiment", "messages", InboundOnly: true),
        new(DayMeasure.Types, "topic", "type", "messages", InboundOnly: true),
    ];

    private static readonly CountedPart[] OfConversations =
        [new(DayMeasure.Open, "''", "CASE WHEN ours THEN 1 ELSE 0 END", "conversations", InboundOnly: false)];

    public static CountedCells Messages { get; } = new("rollups", OfMessages);

    public static CountedCells MessageDeltas { get; } = new("rollup_deltas", OfMessages);

    public static CountedCells Conversations { get; } = new("open_counts", OfConversations);

    public static CountedCells ConversationDeltas { get; } = new("open_deltas", OfConversations);
}

/// <param name="Measure">What is counted.</param>
/// <param name="Topic">An expression for the topic.</param>
/// <param name="Value">An expression for what it is counted by.</param>
/// <param name="Amount">The column that is summed.</param>
/// <param name="InboundOnly">True for what only customers' messages have.</param>
internal sealed record CountedPart(DayMeasure Measure, string Topic, string Value, string Amount, bool InboundOnly);
