using SocialCrm.Host.Access;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Analytics;

/// <summary>
/// Reads counts of one tenant: what is folded and what is still to be, in one statement and so of one moment. Whole days of a zone
/// whose days are counted are read from those counts, all else from the cells.
/// </summary>
internal sealed class Counts(ICrmDatabase database, Caller caller, TopicNames names)
{
    private const int MostTopics = 50;
    private const short Inbound = (short)MessageDirection.Inbound;

    public async Task<InsightSeries> ReadAsync(Measure measure, InsightQuery query, Period period, CancellationToken ct)
    {
        var before = period.Before();
        await using var session = await database.ReadAsync(ct);
        var parameters = Parameters(measure, query, period);
        var byDays = await DayCounts.HoldAsync(session, caller.TenantId, period, ct);
        var now = await CellsAsync(session, measure, query, period, byDays, parameters, ct);
        var then = await CellsAsync(session, measure, query, before, byDays, parameters, ct);
        var values = measure.Values?.Values.ToList()
            ?? [.. now.Concat(then).Where(c => c.Value != RollupCell.SomeTopic).GroupBy(c => c.Value, StringComparer.Ordinal).OrderByDescending(g => g.Sum(c => c.Messages)).Take(MostTopics).Select(g => g.Key)];
        var (items, total) = Series(period, now, values, measure == Measure.Topics);
        var (itemsBefore, totalBefore) = Series(before, then, values, measure == Measure.Topics);
        return new InsightSeries(
            period.From.ToDateTimeUtc(), period.To.ToDateTimeUtc(), period.By, period.Zone.Id, items, total,
            new InsightPrevious(before.From.ToDateTimeUtc(), before.To.ToDateTimeUtc(), itemsBefore, totalBefore),
            measure == Measure.Topics ? [.. (await names.OfAsync(caller.TenantId, values, ct)).Select(t => new InsightTopic(t.Key, t.Name, t.Kind, t.Color))] : null);
    }

    private SqlParameters Parameters(Measure measure, InsightQuery query, Period period)
    {
        var parameters = new SqlParameters { ["tenant"] = caller.TenantId, ["zone"] = period.Zone.Id };
        if (measure != Measure.Topics || query.Topic is not null)
        {
            parameters["topic"] = query.Topic ?? RollupCell.AnyTopic;
        }

        if (query.Channel is { } channel)
        {
            parameters["channel"] = channel;
        }

        return parameters;
    }

    private static (List<InsightPoint> Items, InsightCounts Total) Series(Period period, List<CountedCell> cells, List<string> values, bool sparse)
    {
        var byBucket = cells.ToLookup(c => c.Key);
        var items = period.Buckets().Select(bucket =>
        {
            var found = byBucket[bucket.Key].ToDictionary(c => c.Value, c => c.Messages, StringComparer.Ordinal);

            // Fifty topics on each of thousands of days are mostly nothing.
            var counted = (sparse ? values.Where(found.ContainsKey) : values).ToDictionary(v => v, v => found.GetValueOrDefault(v), StringComparer.Ordinal);

            // A message with two topics counts for each, but is one message.
            return new InsightPoint(bucket.At, found.TryGetValue(RollupCell.SomeTopic, out var messages) ? messages : counted.Values.Sum(), counted);
        }).ToList();
        var sums = values.ToDictionary(v => v, v => items.Sum(i => i.Values.GetValueOrDefault(v)), StringComparer.Ordinal);
        var all = cells.Where(c => c.Value != RollupCell.SomeTopic).Sum(c => c.Messages);
        var shares = sums.ToDictionary(s => s.Key, s => all == 0 ? 0 : Math.Round((double)s.Value / all, 4), StringComparer.Ordinal);
        return (items, new InsightCounts(items.Sum(i => i.Count), sums, shares));
    }

    private static Task<List<CountedCell>> CellsAsync(SqlSession session, Measure measure, InsightQuery query, Period period, bool byDays, SqlParameters given, CancellationToken ct)
    {
        var parameters = new SqlParameters(given) { ["first"] = period.FirstSlot, ["end"] = period.EndSlot };
        var which = measure == Measure.Topics && query.Topic is null ? "topic <> ''" : "topic = @topic";
        which += query.Channel is null ? "" : " AND channel_id = @channel";
        var cells = $"SELECT {period.KeySql()} AS bucket, {measure.Column} AS counted, messages AS amount FROM";
        var where = $"tenant_id = @tenant AND slot >= @first AND slot < @end AND {which}{(measure.InboundOnly ? $" AND direction = {Inbound}" : "")}";
        return session.QueryAsync(
            $"""
            SELECT bucket, counted, sum(amount) FROM
            ({(byDays ? Days(measure, period, which, parameters) : $"{cells} rollups WHERE {where}")} UNION ALL {cells} rollup_deltas WHERE {where}) c
            GROUP BY bucket, counted
            """,
            parameters,
            row => new CountedCell(row.GetInt32(0), Word(measure, row.GetValue(1)), row.GetInt64(2)),
            ct);
    }

    private static string Days(Measure measure, Period period, string which, SqlParameters parameters)
    {
        (parameters["first_day"], parameters["end_day"]) = (period.WholeDays!.Value.First, period.WholeDays.Value.End);
        return $"""
            SELECT {period.KeyOfDaySql} AS bucket, {(measure.Values is null ? "topic" : "value")} AS counted, amount FROM day_counts
            WHERE tenant_id = @tenant AND zone = @zone AND measure = {(short)measure.OfDays} AND day >= @first_day AND day < @end_day AND {which}
            {(measure == Measure.Topics ? $"AND value = {Inbound}" : "")}
            """;
    }

    private static string Word(Measure measure, object value)
    {
        var text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
        return measure.Values is { } values ? values[text] : text;
    }

    private sealed record CountedCell(int Key, string Value, long Messages);
}
