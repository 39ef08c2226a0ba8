using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialCrm.Plugins.Channels.Feed.Reading;

/// <summary>
/// Reads the times that feeds write: RFC 822 with its many habits (names of zones, years of two digits, no seconds, no
/// weekday, full names of months; RFC 5322, section 4.3) and RFC 3339, with or without a time. UTC where no zone is given.
/// </summary>
internal static partial class FeedDate
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    // Summer time where the name says so; BST is British, IST Indian, as feeds mostly mean them.
    private static readonly Dictionary<string, double> Zones =
        ("UT=0 GMT=0 UTC=0 Z=0 WET=0 WEST=1 BST=1 CET=1 MEZ=1 CEST=2 MESZ=2 EET=2 EEST=3 MSK=3 IST=5.5 JST=9 KST=9 AEST=10 "
        + "AEDT=11 NZST=12 NZDT=13 EST=-5 EDT=-4 CST=-6 CDT=-5 MST=-7 MDT=-6 PST=-8 PDT=-7 AKST=-9 AKDT=-8 HST=-10")
        .Split(' ').Select(zone => zone.Split('='))
        .ToDictionary(zone => zone[0], zone => double.Parse(zone[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for what is no time, or one before 1970.</summary>
    public static DateTime? Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > 100)
        {
            return null;
        }

        var time = Mail().Match(trimmed) is { Success: true } mail ? FromMail(mail) : FromIso(trimmed);
        return time >= DateTime.UnixEpoch ? time : null;
    }

    private static DateTime? FromIso(string text) =>
        char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;

    private static DateTime? FromMail(Match match)
    {
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var month = Array.IndexOf(Months, match.Groups["month"].Value.ToUpperInvariant()) + 1;
        var year = Number("year");
        year += match.Groups["year"].Length > 2 ? 0 : year < 50 ? 2000 : 1900;
        var (day, hour, minute, second) = (Number("day"), Number("hour"), Number("minute"), Math.Min(Number("second"), 59));
        if (month == 0 || year is < 2 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
        {
            return null;
        }

        return new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc) - Offset(match.Groups["zone"].Value);
    }

    private static TimeSpan Offset(string zone)
    {
        if (zone.Length > 0 && zone[0] is '+' or '-')
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
            var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
            var offset = TimeSpan.FromMinutes(Math.Min((hours * 60) + minutes, 14 * 60));
            return zone[0] == '-' ? -offset : offset;
        }

        return TimeSpan.FromHours(Zones.GetValueOrDefault(zone));
    }

    [GeneratedRegex(@"^([\p{L}.]+,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>\p{L}{3})\p{L}*\.?[\s-]+(?<year>\d{4}|\d{2})(,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(:(?<second>\d{2})(\.\d+)?)?)?\s*(?<zone>[+-]\d{2}:?\d{2}|[+-]\d{1,2}|[A-Za-z]{1,5})?(\s*\(.*\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mail();
}
