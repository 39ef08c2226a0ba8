using SocialCrm.Host.Analytics;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Conversations;

/// <summary>
/// Wakes the conversations whose time has come. The conversation's own row is what falls due: whoever locks it wakes it,
/// and then it is due no more. Rows that another holds are left for the next look, so that this never waits for anybody.
/// </summary>
internal sealed class SnoozeAlarm(ICrmDatabase database, WorkspaceFeed feed, TimeProvider time, ILogger<SnoozeAlarm> log) : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, time);
        do
        {
            try
            {
                while (await WakeSomeAsync(stoppingToken) == MostAtOnce)
                {
                    // After a night that the server was down, all of it at once.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.AlarmFailed(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> WakeSomeAsync(CancellationToken ct)
    {
        if (!await AnyDueAsync(ct))
        {
            return 0;
        }

        await using var session = await database.WriteAsync(ct);
        var due = await session.QueryAsync(
            $"""
            SELECT tenant_id, id, version FROM conversations WHERE snoozed_until <= @now ORDER BY snoozed_until, id
            LIMIT {MostAtOnce}{session.Dialect.ForUpdateSkipLocked}
            """,
            new() { ["now"] = await NowAsync(session, ct) },
            row => new Due(row.GetGuid(0), row.GetGuid(1), row.GetInt64(2)),
            ct);
        await session.UpdateAsync(Woken, due, ct);
        foreach (var tenant in due.GroupBy(d => d.Tenant))
        {
            var events = tenant.Select(d => new ThreadEvent(d.Id, ConversationEventKind.Woken, "time", "open")).ToList();
            await session.InsertAsync(ThreadTables.Events(tenant.Key, time.GetUtcNow()), events, OnConflict.Fail, ct);
            var marks = new ResponseMarks(session, tenant.Key);
            marks.Mark(tenant.Select(d => d.Id));
            await marks.SaveAsync(ct);
        }

        await session.CommitAsync(ct);
        foreach (var tenant in due.GroupBy(d => d.Tenant, d => d.Id))
        {
            await feed.PublishAsync(new WorkspaceChange(tenant.Key, "status", [.. tenant], []), CancellationToken.None);
        }

        return due.Count;
    }

    // Looking takes no lock: on SQLite a write, however empty, would hold the one writer's place every second.
    private async Task<bool> AnyDueAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var found = await session.QueryAsync(
            "SELECT 1 FROM conversations WHERE snoozed_until <= @now LIMIT 1", new() { ["now"] = await NowAsync(session, ct) }, _ => 1, ct);
        return found.Count > 0;
    }

    /// <summary>The database's clock, so that nodes agree on what is due.</summary>
    private static async Task<DateTime> NowAsync(SqlSession session, CancellationToken ct) =>
        (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];

    private static readonly SqlTable<Due> Woken = new(
        "conversations",
        new("tenant_id", SqlType.Uuid, d => d.Tenant, IsKey: true),
        new("id", SqlType.Uuid, d => d.Id, IsKey: true),
        new("status", SqlType.SmallInt, _ => (short)ConversationStatus.Open),
        new("snoozed_until", SqlType.Timestamp, _ => null),
        new("version", SqlType.BigInt, d => d.Version + 1));

    private sealed record Due(Guid Tenant, Guid Id, long Version);
}
