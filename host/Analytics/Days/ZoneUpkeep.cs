using NodaTime;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>Has the days of UTC and of each organisation's own time zone counted. Until they are, charts are read from the cells, slower.</summary>
internal sealed class ZoneUpkeep(ICrmDatabase database, IServiceScopeFactory scopes)
{
    private static readonly SqlTable<(Guid Tenant, string Zone)> Zones = new(
        "counted_zones", new("tenant_id", SqlType.Uuid, z => z.Tenant), new("zone", SqlType.Text, z => z.Zone));

    public async Task EnsureAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var wanted = (await scope.ServiceProvider.GetRequiredService<Tenants>().ZonesAsync(ct))
            .SelectMany(t => new[] { "UTC", t.Value }.Distinct(StringComparer.Ordinal).Where(IsKnown).Select(zone => (Tenant: t.Key, Zone: zone)));
        await using var reading = await database.ReadAsync(ct);
        var missing = wanted.Except(await CountedAsync(reading, ct)).ToList();
        foreach (var zone in missing)
        {
            await CountAsync(zone, ct);
        }
    }

    private async Task CountAsync((Guid Tenant, string Zone) zone, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        await DayCounts.KeepFoldsOutAsync(session, ct);
        if ((await CountedAsync(session, ct)).Contains(zone))
        {
            return;
        }

        await session.InsertAsync(Zones, [zone], OnConflict.Fail, ct);
        await DayCounts.FillAsync(session, CountedCells.Messages, zone.Tenant, zone.Zone, ct);
        await DayCounts.FillAsync(session, CountedCells.Conversations, zone.Tenant, zone.Zone, ct);
        await session.CommitAsync(ct);
    }

    // The system may know a zone that is newer than our list of them: nobody can ask for its days either.
    private static bool IsKnown(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    private static async Task<HashSet<(Guid Tenant, string Zone)>> CountedAsync(SqlSession session, CancellationToken ct) =>
        [.. await session.QueryAsync("SELECT tenant_id, zone FROM counted_zones", SqlParameters.None, row => (row.GetGuid(0), row.GetString(1)), ct)];
}
