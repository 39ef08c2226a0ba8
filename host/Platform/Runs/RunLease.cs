using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Platform.Runs;

/// <summary>
/// A run that this node makes until its lease ends, which each step prolongs. Taking it raises its epoch, so that whoever held
/// it before can save nothing more; stopping it raises the epoch too.
/// </summary>
internal sealed record RunLease<TKey>(RunTable Table, Guid TenantId, TKey Key, long Epoch)
    where TKey : notnull
{
    private const int MostAttempts = 20;

    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>Takes the run that is due for longest, under an epoch of its own; null when nothing is due.</summary>
    public static async Task<RunLease<TKey>?> TakeAsync(ICrmDatabase database, RunTable table, CancellationToken ct)
    {
        await using (var look = await database.ReadAsync(ct))
        {
            if ((await look.QueryAsync($"SELECT 1 {Due(look, table)} LIMIT 1", SqlParameters.None, row => row.GetInt32(0), ct)).Count == 0)
            {
                return null;
            }
        }

        await using var session = await database.WriteAsync(ct);
        var due = await session.QueryAsync(
            $"SELECT tenant_id, {table.Key}, epoch {Due(session, table)} ORDER BY due_at LIMIT 1{session.Dialect.ForUpdateSkipLocked}",
            SqlParameters.None, row => new RunLease<TKey>(table, row.GetGuid(0), row.GetFieldValue<TKey>(1), row.GetInt64(2) + 1), ct);
        if (due.Count == 0)
        {
            return null;
        }

        var until = await session.NowAsync(ct) + Length;
        await due[0].SetAsync(session, "epoch = @epoch, leased_until = @until", "epoch = @epoch - 1", new() { ["until"] = until }, ct);
        await session.CommitAsync(ct);
        return due[0];
    }

    /// <summary>Saves a step in the caller's transaction and prolongs the lease. False when the run is no longer ours: then nothing may be committed.</summary>
    public async Task<bool> SaveAsync(SqlSession session, string set, SqlParameters values, CancellationToken ct)
    {
        values["until"] = await session.NowAsync(ct) + Length;
        return await SetAsync(session, $"{set}, leased_until = @until, attempts = 0", "epoch = @epoch AND state = 0", values, ct) == 1;
    }

    /// <summary>Prolongs the lease while a step takes long. Whether it is still ours shows when the step is saved.</summary>
    public async Task KeepAsync(ICrmDatabase database, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        await SetAsync(session, "leased_until = @until", "epoch = @epoch AND state = 0", new() { ["until"] = await session.NowAsync(ct) + Length }, ct);
        await session.CommitAsync(ct);
    }

    /// <summary>Lets go of it, to be taken again after a while; too often, and it has failed.</summary>
    public async Task ReleaseAsync(ICrmDatabase database, TimeSpan pause, string? reason, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var now = await session.NowAsync(ct);
        var values = new SqlParameters { ["due"] = now + pause, ["now"] = now, ["attempt"] = pause > TimeSpan.Zero ? 1 : 0 };
        if (Table.HasReason)
        {
            values["reason"] = reason;
        }

        await SetAsync(
            session,
            $"""
            leased_until = NULL, due_at = @due, attempts = attempts + @attempt, finished_at = CASE WHEN attempts >= {MostAttempts} THEN @now END,
            state = CASE WHEN attempts >= {MostAttempts} THEN {RunTable.Failed} ELSE state END{(Table.HasReason ? ", reason = @reason" : "")}
            """,
            "epoch = @epoch AND state = 0",
            values,
            ct);
        await session.CommitAsync(ct);
    }

    private Task<int> SetAsync(SqlSession session, string set, string when, SqlParameters parameters, CancellationToken ct)
    {
        (parameters["tenant"], parameters["key"], parameters["epoch"]) = (TenantId, Key, Epoch);
        return session.ExecuteAsync(
            $"UPDATE {Table.Name} SET {set}, version = version + 1 WHERE tenant_id = @tenant AND {Table.Key} = @key AND {when}", parameters, ct);
    }

    private static string Due(SqlSession session, RunTable table) =>
        $"FROM {table.Name} WHERE state = {RunTable.Running} AND due_at <= {session.Dialect.Now} AND (leased_until IS NULL OR leased_until < {session.Dialect.Now})";
}
