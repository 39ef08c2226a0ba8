using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Analytics;

internal sealed class GetOpenConversations(ICrmDatabase database, Caller caller)
{
    public static void Map(IEndpointRouteBuilder insights)
    {
        insights.MapGet("/open-conversations", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getOpenConversations").ProducesProblem(400);
        insights.MapGet("/open-conversations/conversations", ListAsync).RequireAuthorization(Permissions.ReadWorkspace)
            .WithName("listConversationsOpenAt").ProducesProblem(400);
    }

    /// <summary>Open conversations over time</summary>
    /// <remarks>
    /// How many conversations were not resolved at the end of each point, and in how many of them the customer waited for us. Points
    /// that are still to come say what is now. It follows what happens within seconds.
    /// </remarks>
    private static async Task<Results<Ok<OpenConversations>, ProblemHttpResult>> HandleAsync(
        [AsParameters] InsightQuery query, GetOpenConversations insight, TimeProvider time, CancellationToken ct) =>
        PeriodReading.TryReadOfConversations(query, Instant.FromDateTimeOffset(time.GetUtcNow()), out var period, out var problem)
            ? TypedResults.Ok(await insight.ReadAsync(query.Channel, period, ct))
            : problem;

    /// <summary>Lists the conversations that were open at a time</summary>
    /// <remarks>The one that had been waiting longest first. With <c>turn=ours</c> and no time: what is not answered yet.</remarks>
    /// <param name="at">A date, whose end is meant, or a time with its offset; now when left out.</param>
    /// <param name="turn">ours for those whose customer waited for us, theirs for all others; both when left out.</param>
    /// <param name="channel">Only those on this channel.</param>
    /// <param name="timeZone">Whose day a date is, such as Europe/Berlin; UTC when left out.</param>
    private static async Task<Results<Ok<Page<TimedConversation>>, ProblemHttpResult>> ListAsync(
        [FromQuery] string? at, [FromQuery] string? turn, [FromQuery] Guid? channel, [FromQuery] string? timeZone, [AsParameters] PageQuery page,
        TimedConversations list, TimeProvider time, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        if (!Choice.TryRead<Turn>(turn, out var side))
        {
            return Problems.Invalid("turn", $"Give one of {Choice.Words<Turn>()}.");
        }

        DateTime? moment = null;
        if (at is not null)
        {
            var day = new InsightQuery(null, at, null, timeZone, null, null);
            if (!PeriodReading.TryRead(day, Instant.FromDateTimeOffset(time.GetUtcNow()), out var period, out problem))
            {
                return timeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null
                    ? Problems.Invalid("at", "Give a date such as 2026-03-31 or a time such as 2026-03-31T18:00:00Z, after 1970.")
                    : problem;
            }

            moment = period.To.ToDateTimeUtc();
        }

        return TypedResults.Ok(await list.OpenAsync(moment, side is null ? null : side == Turn.Ours, channel, limit, after, ct));
    }

    private async Task<OpenConversations> ReadAsync(Guid? channel, Period period, CancellationToken ct)
    {
        var before = period.Before();
        await using var session = await database.ReadAsync(ct);
        var byDays = await DayCounts.HoldAsync(session, caller.TenantId, period, ct);
        var standing = await ChangesAsync(session, channel, before, byDays, upTo: true, ct);
        var (ours, all) = (standing.Where(c => c.Ours).Sum(c => c.Change), standing.Sum(c => c.Change));
        var itemsBefore = Points(before, await ChangesAsync(session, channel, before, byDays, upTo: false, ct), ref all, ref ours);
        var items = Points(period, await ChangesAsync(session, channel, period, byDays, upTo: false, ct), ref all, ref ours);
        return new OpenConversations(
            period.From.ToDateTimeUtc(), period.To.ToDateTimeUtc(), period.By, period.Zone.Id, items, Figures(items),
            new OpenConversationsBefore(before.From.ToDateTimeUtc(), before.To.ToDateTimeUtc(), itemsBefore, Figures(itemsBefore)));
    }

    /// <summary>The changes within the period by its buckets, or the sum of all changes up to its beginning.</summary>
    private Task<List<OpenChange>> ChangesAsync(SqlSession session, Guid? channel, Period period, bool byDays, bool upTo, CancellationToken ct)
    {
        var (first, end) = upTo ? (int.MinValue, period.FirstSlot) : (period.FirstSlot, period.EndSlot);
        var parameters = new SqlParameters { ["tenant"] = caller.TenantId, ["first"] = first, ["end"] = end, ["zone"] = period.Zone.Id };
        var only = "";
        if (channel is { } id)
        {
            only = " AND channel_id = @channel";
            parameters["channel"] = id;
        }

        var where = $"tenant_id = @tenant AND slot >= @first AND slot < @end{only}";
        var cells = $"SELECT {(upTo ? "0" : period.KeySql())} AS bucket, CASE WHEN ours THEN 1 ELSE 0 END AS value, conversations AS amount FROM";

        // Folded and still to be folded in one statement, and so of one moment.
        var folded = byDays ? Days(period, upTo, parameters) + only : $"{cells} open_counts WHERE {where}";
        return session.QueryAsync(
            $"""
            SELECT bucket, value, sum(amount) FROM ({folded} UNION ALL {cells} open_deltas WHERE {where}) c
            GROUP BY bucket, value
            """,
            parameters, row => new OpenChange(row.GetInt32(0), row.GetInt32(1) == 1, row.GetInt64(2)), ct);
    }

    private static string Days(Period period, bool upTo, SqlParameters parameters)
    {
        var (first, end) = period.WholeDays!.Value;
        (parameters["first_day"], parameters["end_day"]) = upTo ? (int.MinValue, first) : (first, end);
        return $"""
            SELECT {(upTo ? "0" : period.KeyOfDaySql)} AS bucket, value, amount FROM day_counts
            WHERE tenant_id = @tenant AND zone = @zone AND measure = {(short)DayMeasure.Open} AND topic = '' AND day >= @first_day AND day < @end_day
            """;
    }

    private static List<OpenPoint> Points(Period period, List<OpenChange> changes, ref long all, ref long ours)
    {
        var byBucket = changes.ToLookup(c => c.Key);
        var points = new List<OpenPoint>();
        foreach (var (key, at) in period.Buckets())
        {
            foreach (var change in byBucket[key])
            {
                all += change.Change;
                ours += change.Ours ? change.Change : 0;
            }

            points.Add(new OpenPoint(at, all, ours));
        }

        return points;
    }

    private static OpenFigures Figures(List<OpenPoint> points) =>
        new(points[^1].Open, points[^1].WaitingForUs, points.Max(p => p.Open), Math.Round(points.Average(p => p.Open), 1));

    private sealed record OpenChange(int Key, bool Ours, long Change);

    private enum Turn
    {
        Ours,
        Theirs,
    }
}
