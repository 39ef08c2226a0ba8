using System.Data.Common;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>
/// One step of a walk: the events of the next customers and how far it came are saved in one transaction, which holds the walk's
/// row. So there is one event for each customer, wherever a server dies and however many nodes there are.
/// </summary>
internal sealed class SendingStep(ICrmDatabase database, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>The walks that have something to do.</summary>
    public async Task<List<(Guid Tenant, Guid System)>> DueAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await session.QueryAsync(
            """
            SELECT r.tenant_id, r.system_id FROM record_sending_runs r
            JOIN systems_of_record s ON s.tenant_id = r.tenant_id AND s.id = r.system_id
            WHERE r.state = 0 AND s.enabled AND s.deleted_at IS NULL ORDER BY r.started_at
            """,
            SqlParameters.None,
            row => (row.GetGuid(0), row.GetGuid(1)),
            ct);
    }

    /// <summary>True when events were queued; false while enough of them wait, and at the end.</summary>
    public async Task<bool> RunAsync(Guid tenant, Guid system, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        if (await HoldAsync(session, tenant, system, ct) is not var (place, startedAt))
        {
            return false;
        }

        var waiting = await WaitingAsync(session, tenant, system, ct);
        if (waiting >= AtOnce)
        {
            return false;
        }

        var customers = await CustomerWalk.PageAsync(session, tenant, place, startedAt, AtOnce, ct);
        if (customers.Count == 0 && waiting > 0)
        {
            return false;
        }

        await QueueAsync(session, tenant, system, customers, ct);
        await session.CommitAsync(ct);
        return customers.Count > 0;
    }

    /// <summary>How many events of walks are not settled.</summary>
    public static Task<long> WaitingAsync(SqlSession session, Guid tenant, Guid system, CancellationToken ct) => session.ScalarAsync<long>(
        "SELECT count(*) FROM record_deliveries WHERE tenant_id = @tenant AND system_id = @system AND of_all AND state < 2",
        new() { ["tenant"] = tenant, ["system"] = system },
        ct)!;

    private static async Task<(Guid Place, DateTime StartedAt)?> HoldAsync(SqlSession session, Guid tenant, Guid system, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"SELECT place, started_at FROM record_sending_runs WHERE tenant_id = @tenant AND system_id = @system AND state = 0{session.Dialect.ForUpdateSkipLocked}",
            new() { ["tenant"] = tenant, ["system"] = system },
            Read,
            ct);
        return rows.Count > 0 ? rows[0] : null;
    }

    private async Task QueueAsync(SqlSession session, Guid tenant, Guid system, List<Guid> customers, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = customers.ConvertAll(c => new DeliveryRow(OrderedId.Next(now), system, new RecordEvent(RecordEventKind.Contact, c, null), OfAll: true));
        await session.InsertAsync(DeliveryRow.Table(tenant, now.UtcDateTime), rows, OnConflict.Fail, ct);
        await session.ExecuteAsync(
            $"""
            UPDATE record_sending_runs SET queued = queued + @queued, version = version + 1,
                {(customers.Count > 0 ? "place = @place" : $"state = {(short)SendingState.Done}, finished_at = @now")}
            WHERE tenant_id = @tenant AND system_id = @system
            """,
            new() { ["queued"] = customers.Count, ["place"] = customers.LastOrDefault(), ["now"] = now.UtcDateTime, ["tenant"] = tenant, ["system"] = system },
            ct);
    }

    private static (Guid Place, DateTime StartedAt) Read(DbDataReader row) => (row.GetGuid(0), row.Time(1));
}
