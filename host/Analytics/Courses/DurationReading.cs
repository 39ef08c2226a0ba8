using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>Reads how long answers and resolutions took, in one tenant.</summary>
internal sealed class DurationReading(ICrmDatabase database, Caller caller)
{
    public async Task<Durations> ReadAsync(DurationKind kind, Guid? channel, Period period, CancellationToken ct)
    {
        var before = period.Before();
        await using var session = await database.ReadAsync(ct);
        var (items, total) = Series(period, await SecondsAsync(session, kind, channel, period, ct));
        var (itemsBefore, totalBefore) = Series(before, await SecondsAsync(session, kind, channel, before, ct));
        return new Durations(
            period.From.ToDateTimeUtc(), period.To.ToDateTimeUtc(), period.By, period.Zone.Id, items, total,
            new DurationsBefore(before.From.ToDateTimeUtc(), before.To.ToDateTimeUtc(), itemsBefore, totalBefore));
    }

    private Task<List<(int Key, long Seconds)>> SecondsAsync(SqlSession session, DurationKind kind, Guid? channel, Period period, CancellationToken ct)
    {
        var parameters = new SqlParameters { ["tenant"] = caller.TenantId, ["first"] = period.FirstSlot, ["end"] = period.EndSlot };
        if (channel is { } id)
        {
            parameters["channel"] = id;
        }

        return session.QueryAsync(
            $"""
            SELECT {period.KeySql()} AS bucket, seconds FROM {kind.Table}
            WHERE tenant_id = @tenant AND slot >= @first AND slot < @end{kind.And}{(channel is null ? "" : " AND channel_id = @channel")}
            """,
            parameters, row => (row.GetInt32(0), row.GetInt64(1)), ct);
    }

    private static (List<DurationPoint> Items, DurationFigures Total) Series(Period period, List<(int Key, long Seconds)> found)
    {
        found.Sort((a, b) => a.Seconds.CompareTo(b.Seconds));
        var byBucket = found.ToLookup(w => w.Key, w => w.Seconds);
        var items = period.Buckets().Select(bucket =>
        {
            List<long> ended = [.. byBucket[bucket.Key]];
            return new DurationPoint(bucket.At, ended.Count, Quantile(ended, 0.5), Quantile(ended, 0.9));
        }).ToList();
        var all = found.ConvertAll(w => w.Seconds);
        return (items, new DurationFigures(all.Count, Quantile(all, 0.5), Quantile(all, 0.9)));
    }

    /// <summary>Between two of them, the share of the way from one to the other. They come sorted.</summary>
    private static double? Quantile(List<long> sorted, double part)
    {
        if (sorted.Count == 0)
        {
            return null;
        }

        var place = part * (sorted.Count - 1);
        var (low, high) = (sorted[(int)place], sorted[(int)Math.Ceiling(place)]);
        return Math.Round(low + ((high - low) * (place - Math.Floor(place))), 1);
    }
}
