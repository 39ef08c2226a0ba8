using NodaTime;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Analytics;

/// <summary>Adds cells to the counts of the days of a time zone, in the transaction that adds or reads the cells.</summary>
internal static class DayCounts
{
    private const string Key = "tenant_id, zone, measure, topic, day, channel_id, value";

    /// <summary>Held by each fold, so that none is under way while a zone is added: it would not know of it.</summary>
    public static Task HoldZonesAsync(SqlSession session, CancellationToken ct) => GuardAsync(session, session.Dialect.ForKeyShare, ct);

    /// <summary>Held while a zone is added.</summary>
    public static Task KeepFoldsOutAsync(SqlSession session, CancellationToken ct) => GuardAsync(session, session.Dialect.ForUpdate, ct);

    /// <summary>Adds some cells of <paramref name="cells"/> to the days of each of the zones that are counted for their tenants.</summary>
    public static async Task AddAsync(SqlSession session, CountedCells cells, string some, SqlParameters values, CancellationToken ct)
    {
        if (await SpanAsync(session, cells, some, values, ct) is not { } span)
        {
            return;
        }

        // In one order, as everybody writes rows that others write too.
        var zones = await session.QueryAsync(
            $"SELECT DISTINCT zone FROM counted_zones WHERE tenant_id IN (SELECT tenant_id FROM {cells.Table} WHERE {some}) ORDER BY zone",
            values, row => row.GetString(0), ct);
        foreach (var zone in zones)
        {
            await AddAsync(session, cells, $"{some} AND tenant_id IN (SELECT tenant_id FROM counted_zones WHERE zone = @zone)", values, zone, span, ct);
        }
    }

    /// <summary>Adds all cells of a tenant to the days of a zone.</summary>
    public static async Task FillAsync(SqlSession session, CountedCells cells, Guid tenantId, string zone, CancellationToken ct)
    {
        const string All = "tenant_id = @tenant";
        var values = new SqlParameters { ["tenant"] = tenantId };
        if (await SpanAsync(session, cells, All, values, ct) is { } span)
        {
            await AddAsync(session, cells, All, values, zone, span, ct);
        }
    }

    /// <summary>Whether a period and the one before are made of whole days that are counted for the tenant.</summary>
    public static async Task<bool> HoldAsync(SqlSession session, Guid tenantId, Period period, CancellationToken ct) =>
        period.WholeDays is not null && period.Before().WholeDays is not null && await session.ScalarAsync<long>(
            "SELECT count(*) FROM counted_zones WHERE tenant_id = @tenant AND zone = @zone", new() { ["tenant"] = tenantId, ["zone"] = period.Zone.Id }, ct) > 0;

    private static Task<int> AddAsync(
        SqlSession session, CountedCells cells, string which, SqlParameters values, string zone, (int First, int Last) span, CancellationToken ct)
    {
        var day = Days(zone, span).KeySql();
        var parts = cells.Parts.Select(p =>
            $"SELECT tenant_id, {(short)p.Measure} AS measure, {p.Topic} AS topic, {day} AS day, channel_id, {p.Value} AS value, {p.Amount} AS amount "
            + $"FROM {cells.Table} WHERE {which}{(p.InboundOnly ? $" AND direction = {(short)MessageDirection.Inbound}" : "")}");
        return session.ExecuteAsync(
            $"""
            INSERT INTO day_counts ({Key}, amount)
            SELECT tenant_id, @zone, measure, topic, day, channel_id, value, sum(amount) FROM ({string.Join(" UNION ALL ", parts)}) c
            WHERE true GROUP BY tenant_id, measure, topic, day, channel_id, value ORDER BY tenant_id, measure, topic, day, channel_id, value
            ON CONFLICT ({Key}) DO UPDATE SET amount = day_counts.amount + excluded.amount
            """,
            new(values) { ["zone"] = zone },
            ct);
    }

    private static async Task<(int First, int Last)?> SpanAsync(SqlSession session, CountedCells cells, string which, SqlParameters values, CancellationToken ct) =>
        (await session.QueryAsync(
            $"SELECT min(slot), max(slot) FROM {cells.Table} WHERE {which}", values,
            row => row.IsDBNull(0) ? ((int, int)?)null : (row.GetInt32(0), row.GetInt32(1)), ct))[0];

    private static Period Days(string zone, (int First, int Last) span) => new(
        Instant.FromDateTimeUtc(Slots.Start(span.First)), Instant.FromDateTimeUtc(Slots.Start(span.Last + 1)), BucketSize.Day, DateTimeZoneProviders.Tzdb[zone]);

    private static Task<List<string>> GuardAsync(SqlSession session, string held, CancellationToken ct) => session.QueryAsync(
        $"SELECT zone FROM counted_zones WHERE tenant_id = @nobody{held}", new() { ["nobody"] = Guid.Empty }, row => row.GetString(0), ct);
}
