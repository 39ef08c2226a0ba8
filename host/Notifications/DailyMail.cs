using Microsoft.Extensions.Options;
using NodaTime;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>
/// The e-mail of each morning. When a tenant's is due stands in a row that one node claims; the next time is reckoned in the
/// organisation's zone, so that summer time moves nothing for its readers.
/// </summary>
internal sealed class DailyMail(ICrmDatabase database, NotificationMails mails, IServiceScopeFactory scopes, IOptions<NotificationsOptions> options)
{
    private const int AtATime = 5_000;

    /// <summary>Gives new tenants their time and mails those whose time has come.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var zones = await scope.ServiceProvider.GetRequiredService<Tenants>().ZonesAsync(ct);
        await PlanAsync(zones, ct);
        while (await MailNextAsync(zones, ct))
        {
            // One tenant a transaction.
        }
    }

    /// <summary>The first time after now at which a clock in the zone shows the hour.</summary>
    internal static DateTime Next(DateTime now, string zoneName, int hour)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneName) ?? DateTimeZone.Utc;
        var today = Instant.FromDateTimeUtc(now).InZone(zone).Date;
        var time = zone.AtLeniently(today.At(new LocalTime(hour, 0))).ToDateTimeUtc();
        return time > now ? time : zone.AtLeniently(today.PlusDays(1).At(new LocalTime(hour, 0))).ToDateTimeUtc();
    }

    private async Task PlanAsync(IReadOnlyDictionary<Guid, string> zones, CancellationToken ct)
    {
        await using var look = await database.ReadAsync(ct);
        var known = (await look.QueryAsync("SELECT tenant_id FROM notification_digests", SqlParameters.None, row => row.GetGuid(0), ct)).ToHashSet();
        var missing = zones.Keys.Where(t => !known.Contains(t)).Order().ToList();
        if (missing.Count == 0)
        {
            return;
        }

        await using var session = await database.WriteAsync(ct);
        var now = await session.NowAsync(ct);
        await session.InsertAsync(DigestTime.Table, missing.ConvertAll(t => At(t, now, zones)), OnConflict.Skip, ct);
        await session.CommitAsync(ct);
    }

    private async Task<bool> MailNextAsync(IReadOnlyDictionary<Guid, string> zones, CancellationToken ct)
    {
        await using (var look = await database.ReadAsync(ct))
        {
            if (await look.ScalarAsync<long>("SELECT count(*) FROM notification_digests WHERE due_at <= @now", new() { ["now"] = await look.NowAsync(ct) }, ct) == 0)
            {
                return false;
            }
        }

        await using var session = await database.WriteAsync(ct);
        var now = await session.NowAsync(ct);
        var due = await session.QueryAsync(
            $"SELECT tenant_id FROM notification_digests WHERE due_at <= @now ORDER BY due_at LIMIT 1{session.Dialect.ForUpdateSkipLocked}",
            new() { ["now"] = now },
            row => row.GetGuid(0),
            ct);
        foreach (var tenant in due)
        {
            var rows = await session.QueryAsync(
                $"SELECT {NotificationRow.Columns} FROM notifications WHERE mail = {(short)MailTiming.Daily} AND at <= @now AND tenant_id = @tenant ORDER BY at LIMIT {AtATime}{session.Dialect.ForUpdate}",
                new() { ["now"] = now, ["tenant"] = tenant },
                NotificationRow.Read,
                ct);
            await mails.WriteAsync(session, rows, daily: true, ct);
            await session.UpdateAsync(DigestTime.Table, [At(tenant, now, zones)], ct);
        }

        await session.CommitAsync(ct);
        return due.Count > 0;
    }

    private DigestTime At(Guid tenant, DateTime now, IReadOnlyDictionary<Guid, string> zones) =>
        new() { TenantId = tenant, DueAt = Next(now, zones.GetValueOrDefault(tenant, "UTC"), options.Value.DigestHour) };
}
