namespace SocialCrm.Host.Analytics;

/// <summary>How many conversations were open, over time and beside the period before.</summary>
/// <param name="From">When the period begins.</param>
/// <param name="To">When it ends; that moment is not part of it.</param>
/// <param name="By">How long each point is.</param>
/// <param name="TimeZone">Whose hours, days and weeks these are.</param>
/// <param name="Items">All points in order.</param>
/// <param name="Total">The period in short.</param>
/// <param name="Previous">The period of the same length right before.</param>
public sealed record OpenConversations(
    DateTime From, DateTime To, BucketSize By, string TimeZone, IReadOnlyList<OpenPoint> Items, OpenFigures Total, OpenConversationsBefore Previous);

/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; that moment is not part of it.</param>
/// <param name="Items">Its points.</param>
/// <param name="Total">The period in short.</param>
public sealed record OpenConversationsBefore(DateTime From, DateTime To, IReadOnlyList<OpenPoint> Items, OpenFigures Total);

/// <param name="At">When the point begins.</param>
/// <param name="Open">How many were not resolved when it ended.</param>
/// <param name="WaitingForUs">In how many of them the customer waited for us.</param>
public sealed record OpenPoint(DateTime At, long Open, long WaitingForUs);

/// <param name="Open">How many were not resolved when the period ended, or are now.</param>
/// <param name="WaitingForUs">In how many of them the customer waited for us.</param>
/// <param name="Most">The most at the end of any point.</param>
/// <param name="Average">The average over the points.</param>
public sealed record OpenFigures(long Open, long WaitingForUs, long Most, double Average);
