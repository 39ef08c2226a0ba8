using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Begins to tell a system of all customers, or stops doing so.</summary>
internal sealed class SendAllCustomers(
    CrmDbContext db, ICrmDatabase database, OptimisticCommands commands, RecordSystemChanges systems, RecordSystemItems items, Caller caller, AuditTrail audit,
    SendingSignal signal, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/systems-of-record/{id:guid}/send-all", StartAsync)
            .RequireAuthorization(Permissions.ManageRecords).WithName("sendAllCustomers").ProducesProblem(404).ProducesProblem(409);
        api.MapDelete("/systems-of-record/{id:guid}/send-all", StopAsync)
            .RequireAuthorization(Permissions.ManageRecords).WithName("stopSendingAllCustomers").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Tells a system of record of all customers that are there</summary>
    /// <remarks>
    /// Also of those who came before the system or with an import: one contact event each, with the mapping as it is then, a few at
    /// a time. What happens meanwhile goes first. Messages that were there before are not told.
    /// </remarks>
    /// <param name="id">The system.</param>
    /// <response code="409">It is being told of them already, or the system is switched off.</response>
    private static Task<Results<Accepted<RecordSystemItem>, ProblemHttpResult>> StartAsync(Guid id, SendAllCustomers command, CancellationToken ct) =>
        command.BeginAsync(id, ct);

    /// <summary>Stops telling a system of record of all customers</summary>
    /// <remarks>What waits is taken back; what is on its way arrives.</remarks>
    /// <param name="id">The system.</param>
    /// <response code="409">It is not being told of them.</response>
    private static Task<Results<Ok<RecordSystemItem>, ProblemHttpResult>> StopAsync(Guid id, SendAllCustomers command, CancellationToken ct) => command.EndAsync(id, ct);

    private async Task<Results<Accepted<RecordSystemItem>, ProblemHttpResult>> BeginAsync(Guid id, CancellationToken ct)
    {
        if (await systems.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        if (!system.Enabled)
        {
            return RecordProblems.Disabled;
        }

        var now = time.GetUtcNow().UtcDateTime;
        long total;
        await using (var session = await database.ReadAsync(ct))
        {
            total = await CustomerWalk.CountAsync(session, caller.TenantId, now, ct);
        }

        if (!await commands.RunAsync(() => BeginAsync(system, total, now, ct), ct))
        {
            return Problems.Conflict("already-running", "The system is being told of all customers already.");
        }

        signal.Raise();
        return TypedResults.Accepted((string?)null, await items.OfAsync(system, ct));
    }

    private async Task<bool> BeginAsync(RecordSystem system, long total, DateTime now, CancellationToken ct)
    {
        if (await FindAsync(system.Id, ct) is not { } run)
        {
            run = new SendingRun { TenantId = caller.TenantId, SystemId = system.Id, State = SendingState.Done, StartedAt = now, StartedBy = caller.Name };
            db.Add(run);
        }

        if (run.State == SendingState.Running)
        {
            return false;
        }

        run.Restart(total, caller.Name, now);
        audit.Record("system-of-record.sending-all", "system-of-record", system.Id, $"{system.Name}: {total} customers");
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<Results<Ok<RecordSystemItem>, ProblemHttpResult>> EndAsync(Guid id, CancellationToken ct)
    {
        if (await systems.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        return await commands.RunAsync(() => EndAsync(system, ct), ct)
            ? TypedResults.Ok(await items.OfAsync(system, ct))
            : Problems.Conflict("not-running", "The system is not being told of all customers.");
    }

    private async Task<bool> EndAsync(RecordSystem system, CancellationToken ct)
    {
        if (await FindAsync(system.Id, ct) is not { State: SendingState.Running } run)
        {
            return false;
        }

        // The walk first: a step under way either has ended by then, or finds that it is over.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        run.Cancel(time.GetUtcNow().UtcDateTime);
        audit.Record("system-of-record.sending-stopped", "system-of-record", system.Id, system.Name);
        await db.SaveChangesAsync(ct);
        var taken = await db.Set<RecordDelivery>().Where(d => d.SystemId == system.Id && d.OfAll && d.State == RecordDeliveryState.Queued).ExecuteDeleteAsync(ct);
        await db.Set<SendingRun>().Where(r => r.SystemId == system.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Queued, r => r.Queued - taken), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private Task<SendingRun?> FindAsync(Guid systemId, CancellationToken ct) => db.Set<SendingRun>().SingleOrDefaultAsync(r => r.SystemId == systemId, ct);
}
