using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.SystemsOfRecord;

/// <param name="Count">How many events are tried again.</param>
public sealed record RedeliveredRecords(int Count);

internal sealed class RedeliverRecords(CrmDbContext db, RecordSystemChanges systems, AuditTrail audit, RecordSignal signal, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var log = api.MapGroup("/systems-of-record").RequireAuthorization(Permissions.ManageRecords);
        log.MapPost("/{id:guid}/deliveries/{deliveryId:guid}/redeliver", OneAsync).WithName("redeliverRecord").ProducesProblem(404).ProducesProblem(409);
        log.MapPost("/deliveries/{deliveryId:guid}/redeliver", AnyAsync).WithName("redeliverRecordById").ProducesProblem(404).ProducesProblem(409);
        log.MapPost("/{id:guid}/deliveries/redeliver-failed", FailedAsync).WithName("redeliverFailedRecords").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Tells a system of record an event again</summary>
    /// <remarks>
    /// One that failed, whose outcome is unknown, or that was taken before. It keeps its key; what is said is made anew, from
    /// what is true now and with the mapping as it is now.
    /// </remarks>
    /// <param name="id">The system.</param>
    /// <param name="deliveryId">The event.</param>
    /// <response code="409">The event waits or is on its way, or the system is switched off.</response>
    private static Task<Results<Accepted<RedeliveredRecords>, ProblemHttpResult>> OneAsync(
        Guid id, Guid deliveryId, RedeliverRecords redeliver, CancellationToken ct) => redeliver.RunAsync(id, deliveryId, ct);

    /// <summary>Tells its system of record an event again, by the event's id alone</summary>
    /// <remarks>The same as under the system's own address.</remarks>
    /// <param name="deliveryId">The event.</param>
    /// <response code="409">The event waits or is on its way, or the system is switched off.</response>
    private static Task<Results<Accepted<RedeliveredRecords>, ProblemHttpResult>> AnyAsync(Guid deliveryId, RedeliverRecords redeliver, CancellationToken ct) =>
        redeliver.RunAsync(null, deliveryId, ct);

    /// <summary>Tells a system of record all failed events again</summary>
    /// <remarks>Those that failed or whose outcome is unknown, in the order in which they happened.</remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<Accepted<RedeliveredRecords>, ProblemHttpResult>> FailedAsync(Guid id, RedeliverRecords redeliver, CancellationToken ct) =>
        await redeliver.WhyNotAsync(id, ct) is { } problem ? problem : TypedResults.Accepted((string?)null, await redeliver.AllFailedAsync(id, ct));

    private async Task<Results<Accepted<RedeliveredRecords>, ProblemHttpResult>> RunAsync(Guid? system, Guid id, CancellationToken ct)
    {
        if (await db.Set<RecordDelivery>().SingleOrDefaultAsync(d => d.Id == id && (system == null || d.SystemId == system), ct) is not { } delivery)
        {
            return Problems.NotFound("delivery");
        }

        if (await WhyNotAsync(delivery.SystemId, ct) is { } problem)
        {
            return problem;
        }

        if (delivery.State < RecordDeliveryState.Sent)
        {
            return Problems.Conflict("not-settled", "The event waits for its turn or is on its way.");
        }

        (delivery.State, delivery.Attempts, delivery.Reason, delivery.SentAt) = (RecordDeliveryState.Queued, 0, null, null);
        delivery.DueAt = time.GetUtcNow().UtcDateTime;
        delivery.Fence++;
        audit.Record("system-of-record.redelivered", "system-of-record", delivery.SystemId, $"evt_{id:N}");
        await db.SaveChangesAsync(ct);
        signal.Raise();
        return TypedResults.Accepted((string?)null, new RedeliveredRecords(1));
    }

    private async Task<ProblemHttpResult?> WhyNotAsync(Guid id, CancellationToken ct) =>
        await systems.FindAsync(id, ct) is not { } system ? RecordProblems.NotFound : system.Enabled ? null : RecordProblems.Disabled;

    private async Task<RedeliveredRecords> AllFailedAsync(Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var count = await db.Set<RecordDelivery>().Where(d => d.SystemId == id && d.State > RecordDeliveryState.Sent).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, RecordDeliveryState.Queued).SetProperty(d => d.Attempts, 0).SetProperty(d => d.Reason, (string?)null)
                .SetProperty(d => d.DueAt, now).SetProperty(d => d.Fence, d => d.Fence + 1),
            ct);
        audit.Record("system-of-record.redelivered", "system-of-record", id, $"{count} failed events");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        return new RedeliveredRecords(count);
    }
}
