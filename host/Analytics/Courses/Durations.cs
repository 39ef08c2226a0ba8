namespace SocialCrm.Host.Analytics;

/// <summary>How long something took, over time and beside the period before.</summary>
/// <param name="From">When the period begins.</param>
/// <param name="To">When it ends; that moment is not part of it.</param>
/// <param name="By">How long each point is.</param>
/// <param name="TimeZone">Whose hours, days and weeks these are.</param>
/// <param name="Items">All points in order, by when it ended.</param>
/// <param name="Total">Over the whole period.</param>
/// <param name="Previous">The period of the same length right before.</param>
public sealed record Durations(
    DateTime From, DateTime To, BucketSize By, string TimeZone, IReadOnlyList<DurationPoint> Items, DurationFigures Total, DurationsBefore Previous);

/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; that moment is not part of it.</param>
/// <param name="Items">Its points.</param>
/// <param name="Total">Over the whole of it.</param>
public sealed record DurationsBefore(DateTime From, DateTime To, IReadOnlyList<DurationPoint> Items, DurationFigures Total);

/// <param name="At">When the point begins.</param>
/// <param name="Count">How many ended here.</param>
/// <param name="MedianSeconds">Half took no longer; null where none ended.</param>
/// <param name="P90Seconds">Nine in ten took no longer.</param>
public sealed record DurationPoint(DateTime At, int Count, double? MedianSeconds, double? P90Seconds);

/// <param name="Count">How many ended.</param>
/// <param name="MedianSeconds">Half took no longer; null where none ended.</param>
/// <param name="P90Seconds">Nine in ten took no longer.</param>
public sealed record DurationFigures(int Count, double? MedianSeconds, double? P90Seconds);
