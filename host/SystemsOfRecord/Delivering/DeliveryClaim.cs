using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>An event that this node may hand over until its lease ends.</summary>
internal sealed record DeliveryClaim(
    long Seq, Guid Id, Guid CustomerId, RecordEventKind Kind, Guid? InteractionId, int Attempts, long Fence, string? History)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <summary>The same on every attempt, also after a person asked for another.</summary>
    public string Key => $"evt_{Id:N}";

    /// <summary>The systems that something is due for and that do not wait for anything.</summary>
    public static async Task<List<DueSystem>> SystemsAsync(ICrmDatabase database, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await session.QueryAsync(
            $"""
            SELECT s.tenant_id, s.id, f.failures FROM systems_of_record s
            JOIN record_flows f ON f.tenant_id = s.tenant_id AND f.system_id = s.id
            WHERE s.enabled AND s.deleted_at IS NULL AND f.stopped_at IS NULL AND (f.backoff_until IS NULL OR f.backoff_until <= @now)
            AND ({Any("FALSE")} OR {Any("TRUE")})
            """,
            new() { ["now"] = await NowAsync(session, ct) },
            row => new DueSystem(row.GetGuid(0), row.GetGuid(1), row.GetInt32(2)),
            ct);
    }

    /// <summary>
    /// Claims what is due for a system, the earliest of each customer only, so that events arrive in their order. What is on
    /// its way is due again when its lease ends: whoever held it died or hangs, and the key makes another attempt harmless.
    /// What a person asked to be told of all customers goes after what happens: it waits for all else that is due and, for its
    /// customer, for all that is not settled; what happens passes it while it waits, and says what is true by then.
    /// </summary>
    public static async Task<List<DeliveryClaim>> TakeAsync(ICrmDatabase database, DueSystem system, int most, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);

        // One claim at a time for a system: two that know nothing of each other could take two events of one customer.
        await session.QueryAsync(
            $"SELECT 1 FROM record_flows WHERE tenant_id = @tenant AND system_id = @system{session.Dialect.ForUpdate}",
            new() { ["tenant"] = system.TenantId, ["system"] = system.Id },
            _ => 0,
            ct);
        var now = await NowAsync(session, ct);
        var due = await DueAsync(session, system, "d.of_all = FALSE", "e.seq < d.seq AND (e.of_all = FALSE OR e.state = 1)", now, most, ct);
        if (due.Count < most)
        {
            due.AddRange(await DueAsync(session, system, "d.of_all = TRUE", "(e.seq < d.seq OR e.of_all = FALSE)", now, most - due.Count, ct));
        }

        var claimed = due.ConvertAll(d => d with { Attempts = d.Attempts + 1, Fence = d.Fence + 1 });
        await session.UpdateAsync(Leased(now + Lease), claimed, ct);
        await session.CommitAsync(ct);
        return claimed;
    }

    private static Task<List<DeliveryClaim>> DueAsync(
        SqlSession session, DueSystem system, string which, string waitsFor, DateTime now, int most, CancellationToken ct) => session.QueryAsync(
        $"""
        SELECT d.seq, d.id, d.customer_id, d.kind, d.interaction_id, d.attempts, d.fence, d.history FROM record_deliveries d
        WHERE d.tenant_id = @tenant AND d.system_id = @system AND {which} AND d.state < 2 AND d.due_at <= @now AND NOT EXISTS (
            SELECT 1 FROM record_deliveries e WHERE e.tenant_id = d.tenant_id AND e.system_id = d.system_id
            AND e.customer_id = d.customer_id AND e.state < 2 AND {waitsFor})
        ORDER BY d.due_at, d.seq LIMIT @most{session.Dialect.ForUpdateSkipLocked}
        """,
        new() { ["tenant"] = system.TenantId, ["system"] = system.Id, ["now"] = now, ["most"] = most },
        Read,
        ct);

    private static string Any(string ofAll) =>
        $"EXISTS (SELECT 1 FROM record_deliveries d WHERE d.tenant_id = s.tenant_id AND d.system_id = s.id AND d.of_all = {ofAll} AND d.state < 2 AND d.due_at <= @now)";

    public static async Task<DateTime> NowAsync(SqlSession session, CancellationToken ct) =>
        (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];

    private static SqlTable<DeliveryClaim> Leased(DateTime until) => new(
        "record_deliveries",
        new("seq", SqlType.BigInt, d => d.Seq, IsKey: true),
        new("state", SqlType.SmallInt, _ => (short)RecordDeliveryState.Sending),
        new("attempts", SqlType.Integer, d => d.Attempts),
        new("fence", SqlType.BigInt, d => d.Fence),
        new("due_at", SqlType.Timestamp, _ => until));

    private static DeliveryClaim Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), (RecordEventKind)row.GetInt16(3), row.Id(4), row.GetInt32(5), row.GetInt64(6), row.Text(7));
}

/// <summary>A system that something is due for.</summary>
/// <param name="TenantId">Whose it is.</param>
/// <param name="Id">The system.</param>
/// <param name="Failures">How many attempts in a row did not reach it.</param>
internal sealed record DueSystem(Guid TenantId, Guid Id, int Failures);
