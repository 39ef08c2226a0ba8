using Microsoft.AspNetCore.Mvc;

namespace SocialCrm.Host.Analytics;

/// <summary>Which period and messages are asked for; what is left out does not matter.</summary>
/// <param name="From">A date (2026-03-01) or a time with its offset. 27 days before the end when not said.</param>
/// <param name="To">A date, which is included, or a time, which is not. Today when not said.</param>
/// <param name="By">hour, day or week; day when not said. A period has at most 4,000 of them.</param>
/// <param name="TimeZone">Whose days these are, such as Europe/Berlin; UTC when not said. Weeks begin on Mondays.</param>
/// <param name="Channel">Only what came or went over this channel.</param>
/// <param name="Topic">Only messages with this topic.</param>
public readonly record struct InsightQuery(
    [FromQuery] string? From, [FromQuery] string? To, [FromQuery] string? By, [FromQuery] string? TimeZone, [FromQuery] Guid? Channel, [FromQuery] string? Topic);
