using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Engagement;

/// <summary>An item that this node may send until its lease ends.</summary>
internal sealed record OutboxClaim(long Id, Guid TenantId, Guid ChannelId, Guid TargetId, Guid InteractionId, string Payload, int Attempts, long Fence)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Claims what is due, the earliest of each target only, so that a conversation's replies leave in their order.</summary>
    public static async Task<List<OutboxClaim>> TakeAsync(ICrmDatabase database, int most, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var now = await NowAsync(session, ct);
        var due = await session.QueryAsync(
            $"""
            SELECT o.id, o.tenant_id, o.channel_id, o.target_id, o.interaction_id, o.payload, o.attempts, o.fence FROM outbox o
            WHERE o.state = {(short)OutboxState.Queued} AND o.due_at <= @now AND NOT EXISTS (
                SELECT 1 FROM outbox e WHERE e.tenant_id = o.tenant_id AND e.target_id = o.target_id AND e.id < o.id
                AND e.state IN ({(short)OutboxState.Queued}, {(short)OutboxState.Sending}))
            ORDER BY o.due_at LIMIT @most{session.Dialect.ForUpdateSkipLocked}
            """,
            new() { ["now"] = now, ["most"] = most },
            Read,
            ct);
        var claimed = due.ConvertAll(d => d with { Attempts = d.Attempts + 1, Fence = d.Fence + 1 });
        await session.UpdateAsync(Leased(now + Lease), claimed, ct);
        await session.CommitAsync(ct);
        return claimed;
    }

    /// <summary>Items whose holder died or hangs: nobody knows whether they were sent.</summary>
    public static async Task<List<OutboxClaim>> TakeAbandonedAsync(ICrmDatabase database, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var now = await NowAsync(session, ct);
        var abandoned = await session.QueryAsync(
            $"""
            SELECT o.id, o.tenant_id, o.channel_id, o.target_id, o.interaction_id, o.payload, o.attempts, o.fence FROM outbox o
            WHERE o.state = {(short)OutboxState.Sending} AND o.leased_until < @now ORDER BY o.id LIMIT 100{session.Dialect.ForUpdateSkipLocked}
            """,
            new() { ["now"] = now },
            Read,
            ct);
        var claimed = abandoned.ConvertAll(d => d with { Fence = d.Fence + 1 });
        await session.UpdateAsync(Leased(now + Lease), claimed, ct);
        await session.CommitAsync(ct);
        return claimed;
    }

    private static async Task<DateTime> NowAsync(SqlSession session, CancellationToken ct) =>
        (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];

    private static SqlTable<OutboxClaim> Leased(DateTime until) => new(
        "outbox",
        new("id", SqlType.BigInt, o => o.Id, IsKey: true),
        new("state", SqlType.SmallInt, _ => (short)OutboxState.Sending),
        new("attempts", SqlType.Integer, o => o.Attempts),
        new("fence", SqlType.BigInt, o => o.Fence),
        new("leased_until", SqlType.Timestamp, _ => until));

    private static OutboxClaim Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetGuid(3), row.GetGuid(4), row.GetString(5), row.GetInt32(6), row.GetInt64(7));
}
