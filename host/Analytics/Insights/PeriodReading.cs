using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Analytics;

/// <summary>Reads the period that is asked for.</summary>
internal static class PeriodReading
{
    public const int MostPoints = 4000;
    private const int UsualDays = 28;
    private static readonly Instant Earliest = Instant.FromUtc(1971, 1, 1, 0, 0);

    public static bool TryRead(
        InsightQuery query, Instant now, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        (period, problem) = Read(query, now);
        return period is not null;
    }

    /// <summary>The same for what is of conversations, which have no topic.</summary>
    public static bool TryReadOfConversations(
        InsightQuery query, Instant now, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        (period, problem) = query.Topic is null
            ? Read(query, now)
            : (null, Problems.Invalid("topic", "This is of conversations, which have no topic. Leave it out."));
        return period is not null;
    }

    private static (Period? Period, ProblemHttpResult? Problem) Read(InsightQuery query, Instant now)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(query.TimeZone ?? "UTC") is not { } zone)
        {
            return (null, Problems.Invalid("timeZone", "Give a time zone by its name, such as Europe/Berlin."));
        }

        if (!Choice.TryRead<BucketSize>(query.By, out var by))
        {
            return (null, Problems.Invalid("by", $"Give one of {Choice.Words<BucketSize>()}."));
        }

        if (!TryEnd(query.To, zone, now, out var to))
        {
            return (null, Problems.Invalid("to", "Give a date such as 2026-03-31 or a time such as 2026-03-31T18:00:00Z, after 1970."));
        }

        var usual = zone.AtStartOfDay((to - Duration.Epsilon).InZone(zone).Date.PlusDays(1 - UsualDays)).ToInstant();
        if (!TryTime(query.From, zone, usual, out var from))
        {
            return (null, Problems.Invalid("from", "Give a date such as 2026-03-01 or a time such as 2026-03-01T00:00:00Z, after 1970."));
        }

        return Check(new Period(Down(from), Down(to + Duration.FromSeconds(Slots.Seconds) - Duration.Epsilon), by ?? BucketSize.Day, zone));
    }

    private static (Period?, ProblemHttpResult?) Check(Period period)
    {
        if (period.From >= period.To)
        {
            return (null, Problems.Invalid("from", "The period must begin before it ends."));
        }

        var hours = period.By switch { BucketSize.Hour => 1, BucketSize.Day => 24, BucketSize.Week => 168 };
        return (period.To - period.From).TotalHours / hours <= MostPoints
            ? (period, null)
            : (null, Problems.Invalid("by", $"That is more than {MostPoints:N0} points. Ask for a shorter period, or by {(period.By == BucketSize.Hour ? "day" : "week")}."));
    }

    private static bool TryEnd(string? text, DateTimeZone zone, Instant now, out Instant to)
    {
        var date = text is null ? now.InZone(zone).Date : LocalDatePattern.Iso.Parse(text).GetValueOrDefault();
        if (date is { } last && last.Year is > 1970 and < 9999)
        {
            to = zone.AtStartOfDay(last.PlusDays(1)).ToInstant();
            return true;
        }

        return TryTime(text, zone, now, out to);
    }

    private static bool TryTime(string? text, DateTimeZone zone, Instant otherwise, out Instant time)
    {
        time = otherwise;
        if (text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
        {
            time = date.Year is > 1970 and < 9999 ? zone.AtStartOfDay(date).ToInstant() : Instant.MinValue;
        }
        else if (text is not null)
        {
            time = text.Contains('T', StringComparison.Ordinal) && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var at }
                ? at.ToInstant()
                : Instant.MinValue;
        }

        return time >= Earliest && time.ToDateTimeUtc().Year < 9999;
    }

    private static LocalDate? GetValueOrDefault(this ParseResult<LocalDate> result) => result.Success ? result.Value : null;

    private static Instant Down(Instant time) => Instant.FromUnixTimeSeconds(time.ToUnixTimeSeconds() / Slots.Seconds * Slots.Seconds);
}
