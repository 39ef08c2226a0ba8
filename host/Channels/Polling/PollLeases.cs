using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>
/// Hands out the channels (or other sources) that are due, each to one run on one node. Everything goes by the database's
/// clock, and whatever a run writes it writes with its epoch, so that one that lost its lease changes nothing.
/// </summary>
public sealed class PollLeases(ICrmDatabase database, PollTable table)
{
    /// <summary>How long a node that died keeps a channel from the others. Renewed three times as often.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(45);

    private readonly string _due =
        $"FROM {table.Name} p WHERE p.due_at <= @now AND p.stopped_at IS NULL AND (p.leased_until IS NULL OR p.leased_until < @now) AND {table.Condition}";

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}";

    public PollLeases(ICrmDatabase database)
        : this(database, PollTable.Channels)
    {
    }

    /// <summary>Claims what is due, the longest due first.</summary>
    public async Task<IReadOnlyList<PollLease>> TakeAsync(int most, CancellationToken ct)
    {
        // Looked for without a lock first: mostly nothing is due, and SQLite has but one writer.
        await using (var reading = await database.ReadAsync(ct))
        {
            var now = await NowAsync(reading, ct);
            if (await reading.ScalarAsync<long>($"SELECT count(*) {_due}", new() { ["now"] = now }, ct) == 0)
            {
                return [];
            }
        }

        await using var session = await database.WriteAsync(ct);
        var time = await NowAsync(session, ct);
        var due = await session.QueryAsync(
            $"SELECT p.tenant_id, p.{table.Key}, p.epoch, p.cursor, p.failures, p.due_at {_due} ORDER BY p.due_at LIMIT @most{session.Dialect.ForUpdateSkipLocked}",
            new() { ["now"] = time, ["most"] = most },
            row => Read(row, time),
            ct);
        await session.UpdateAsync(Claimed(time), due, ct);
        await session.CommitAsync(ct);
        return due;
    }

    /// <summary>Holds on to a channel; false when it is no longer this run's.</summary>
    public Task<bool> RenewAsync(PollLease lease, CancellationToken ct) =>
        WriteAsync(lease, (_, now) => ($"UPDATE {table.Name} SET leased_until = @until {Mine(table)}", new() { ["until"] = now + Lasts }), ct);

    /// <summary>Lets a channel go without a word on how it went: it was not its turn after all.</summary>
    public Task<bool> PostponeAsync(PollLease lease, TimeSpan wait, CancellationToken ct) => WriteAsync(
        lease,
        (_, now) => ($"UPDATE {table.Name} SET due_at = @due, leased_until = NULL, lease_owner = NULL {Mine(table)}", new() { ["due"] = now + wait }),
        ct);

    /// <summary>
    /// Writes what a poll means for the channel, in the transaction of the messages it brought. False when the channel is
    /// no longer this run's: then nothing may be committed.
    /// </summary>
    public static async Task<bool> AdvanceAsync(SqlSession session, PollLease lease, PollStep step, CancellationToken ct)
    {
        var now = await NowAsync(session, ct);
        var sql = $"""
            UPDATE {lease.Table.Name} SET cursor = COALESCE(@cursor, cursor), cursor_at = COALESCE(@moved, cursor_at),
                last_poll_at = @now, last_success_at = COALESCE(@succeeded, last_success_at), failures = @failures, last_error = @error,
                notice = @notice, backoff_until = @backoff, stopped_at = @stopped, leased_until = @until,
                lease_owner = CASE WHEN @goes_on THEN lease_owner ELSE NULL END,
                due_at = CASE WHEN asked_at > @started THEN @now ELSE @due END
            {Mine(lease.Table)}
            """;
        var changed = await session.ExecuteAsync(
            sql,
            new SqlParameters
            {
                ["tenant"] = lease.TenantId,
                ["source"] = lease.SourceId,
                ["epoch"] = lease.Epoch,
                ["now"] = now,
                ["cursor"] = step.Cursor,
                ["moved"] = step.Cursor is null ? null : now,
                ["succeeded"] = step.Succeeded ? now : null,
                ["failures"] = step.Failures,
                ["error"] = step.Error,
                ["notice"] = step.Notice,
                ["backoff"] = step.BacksOff ? now + step.Wait : null,
                ["stopped"] = step.Stops ? now : null,
                ["until"] = step.Wait is null ? now + Lasts : null,
                ["goes_on"] = step.Wait is null,
                ["started"] = lease.StartedAt,
                ["due"] = now + (step.Wait ?? TimeSpan.Zero),
            },
            ct);
        return changed == 1;
    }

    private async Task<bool> WriteAsync(PollLease lease, Func<SqlSession, DateTime, (string Sql, SqlParameters Values)> statement, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var (sql, values) = statement(session, await NowAsync(session, ct));
        (values["tenant"], values["source"], values["epoch"]) = (lease.TenantId, lease.SourceId, lease.Epoch);
        var changed = await session.ExecuteAsync(sql, values, ct);
        await session.CommitAsync(ct);
        return changed == 1;
    }

    private SqlTable<PollLease> Claimed(DateTime now) => new(
        table.Name,
        new("tenant_id", SqlType.Uuid, l => l.TenantId, IsKey: true),
        new(table.Key, SqlType.Uuid, l => l.SourceId, IsKey: true),
        new("epoch", SqlType.BigInt, l => l.Epoch),
        new("lease_owner", SqlType.Text, _ => _owner),
        new("leased_until", SqlType.Timestamp, _ => now + Lasts));

    private static async Task<DateTime> NowAsync(SqlSession session, CancellationToken ct) =>
        (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];

    private static string Mine(PollTable table) => $"WHERE tenant_id = @tenant AND {table.Key} = @source AND epoch = @epoch";

    private PollLease Read(DbDataReader row, DateTime now) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetInt64(2) + 1, row.Text(3), row.GetInt32(4), row.Time(5), now) { Table = table };
}
