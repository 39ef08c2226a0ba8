using SocialCrm.Host.Listening;

namespace SocialCrm.Host.Analytics;

/// <summary>Counts of messages over time, beside those of the period before.</summary>
/// <param name="From">When the period begins.</param>
/// <param name="To">When it ends; that moment is not part of it.</param>
/// <param name="By">How long each point is.</param>
/// <param name="TimeZone">Whose hours, days and weeks these are.</param>
/// <param name="Items">All points in order, also those with nothing in them.</param>
/// <param name="Total">The sum over the period.</param>
/// <param name="Previous">The period of the same length right before.</param>
/// <param name="Topics">For counts of topics what each value stands for, in the order of frequency; null for all others.</param>
public sealed record InsightSeries(
    DateTime From, DateTime To, BucketSize By, string TimeZone, IReadOnlyList<InsightPoint> Items, InsightCounts Total, InsightPrevious Previous,
    IReadOnlyList<InsightTopic>? Topics);

/// <param name="Value">The value of the label.</param>
/// <param name="Name">The topic's name; the value itself where no topic is kept for it.</param>
/// <param name="Kind">subject, brand (the organisation's own) or competitor; null where no topic is kept for it.</param>
/// <param name="Color">Its colour as #rrggbb; null for none.</param>
public sealed record InsightTopic(string Value, string Name, TopicKind? Kind, string? Color);

/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; that moment is not part of it.</param>
/// <param name="Items">Its points.</param>
/// <param name="Total">Their sum.</param>
public sealed record InsightPrevious(DateTime From, DateTime To, IReadOnlyList<InsightPoint> Items, InsightCounts Total);

/// <param name="At">When the point begins.</param>
/// <param name="Count">The messages that are counted here; a message with two topics is one.</param>
/// <param name="Values">The count of each value; the same values at each point, save for topics, where those that have none are left out.</param>
public sealed record InsightPoint(DateTime At, long Count, IReadOnlyDictionary<string, long> Values);

/// <param name="Count">The messages that are counted; a message with two topics is one.</param>
/// <param name="Values">The count of each value.</param>
/// <param name="Shares">Each value's part of the sum of all values, 0 to 1; 0 where there is nothing.</param>
public sealed record InsightCounts(long Count, IReadOnlyDictionary<string, long> Values, IReadOnlyDictionary<string, double> Shares);
