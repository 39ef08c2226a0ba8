using NodaTime;

namespace SocialCrm.Host.Analytics;

/// <summary>A stretch of time, cut into hours, days or weeks of a time zone. Begins and ends with whole slots. Pure.</summary>
internal sealed record Period(Instant From, Instant To, BucketSize By, DateTimeZone Zone)
{
    private const int MondayBefore1970 = 3;

    public int FirstSlot => (int)(From.ToUnixTimeSeconds() / Slots.Seconds);

    public int EndSlot => (int)(To.ToUnixTimeSeconds() / Slots.Seconds);

    /// <summary>The days that it is made of, as <see cref="DayCount.Day"/> counts them; null where it is cut finer or begins within a day.</summary>
    public (int First, int End)? WholeDays => By != BucketSize.Hour && StartsDay(From) && StartsDay(To) ? (DayOf(From), DayOf(To)) : null;

    /// <summary>The bucket of the column <c>day</c>.</summary>
    public string KeyOfDaySql => By == BucketSize.Week ? $"(day + {MondayBefore1970}) / 7" : "day";

    /// <summary>The period of the same length right before; as many days where it is made of whole days.</summary>
    public Period Before()
    {
        var (from, to) = (From.InZone(Zone), To.InZone(Zone));
        var start = StartsDay(From) && StartsDay(To)
            ? Zone.AtStartOfDay(from.Date.PlusDays(-NodaTime.Period.DaysBetween(from.Date, to.Date))).ToInstant()
            : From - (To - From);
        return this with { From = start, To = From };
    }

    /// <summary>The buckets in order: their key, as <see cref="KeySql()"/> gives it, and when they begin within the period.</summary>
    public IEnumerable<(int Key, DateTime At)> Buckets()
    {
        int? last = null;
        for (var at = From; at < To;)
        {
            var key = Key(at);
            if (key != last)
            {
                yield return (key, at.ToDateTimeUtc());
            }

            last = key;
            at = Next(at);
        }
    }

    /// <summary>The bucket of the column <c>slot</c>; the offsets that the zone had in this period are written out.</summary>
    public string KeySql()
    {
        var intervals = Zone.GetZoneIntervals(From, To).ToList();
        var cases = intervals.SkipLast(1).Select(i => $"WHEN slot < {i.End.ToUnixTimeSeconds() / Slots.Seconds} THEN {KeySql(Quarters(i.WallOffset))} ");
        var otherwise = KeySql(Quarters(intervals[^1].WallOffset));
        return intervals.Count == 1 ? otherwise : $"CASE {string.Concat(cases)}ELSE {otherwise} END";
    }

    private bool StartsDay(Instant at) => Zone.AtStartOfDay(at.InZone(Zone).Date).ToInstant() == at;

    private int DayOf(Instant at) => ((int)(at.ToUnixTimeSeconds() / Slots.Seconds) + Quarters(Zone.GetUtcOffset(at))) / Slots.OfDay;

    private string KeySql(int offset) => By switch
    {
        BucketSize.Hour => $"(slot + {OfHour(offset)}) / {Slots.OfHour}",
        BucketSize.Day => $"(slot + ({offset})) / {Slots.OfDay}",
        BucketSize.Week => $"((slot + ({offset})) / {Slots.OfDay} + {MondayBefore1970}) / 7",
    };

    private int Key(Instant at)
    {
        var slot = (int)(at.ToUnixTimeSeconds() / Slots.Seconds);
        var offset = Quarters(Zone.GetUtcOffset(at));
        return By switch
        {
            BucketSize.Hour => (slot + OfHour(offset)) / Slots.OfHour,
            BucketSize.Day => (slot + offset) / Slots.OfDay,
            BucketSize.Week => ((slot + offset) / Slots.OfDay + MondayBefore1970) / 7,
        };
    }

    private Instant Next(Instant at)
    {
        if (By == BucketSize.Hour)
        {
            var quarters = Quarters(Zone.GetUtcOffset(at));
            var slot = (at.ToUnixTimeSeconds() / Slots.Seconds) + OfHour(quarters);
            return Instant.FromUnixTimeSeconds((((slot / Slots.OfHour) + 1) * Slots.OfHour - OfHour(quarters)) * Slots.Seconds);
        }

        var date = at.InZone(Zone).Date;
        var next = By == BucketSize.Day ? date.PlusDays(1) : date.Next(IsoDayOfWeek.Monday);
        return Zone.AtStartOfDay(next).ToInstant();
    }

    private static int Quarters(Offset offset) => (int)Math.Floor(offset.Seconds / (double)Slots.Seconds);

    // An hour of the clock that begins on a half or quarter hour of UTC.
    private static int OfHour(int quarters) => ((quarters % Slots.OfHour) + Slots.OfHour) % Slots.OfHour;
}
