using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>The delivery log of a system.</summary>
internal sealed class ListRecordDeliveries(CrmDbContext db, CustomerViews customers)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var log = api.MapGroup("/systems-of-record").RequireAuthorization(Permissions.ManageRecords);
        log.MapGet("/{id:guid}/deliveries", ListAsync).WithName("listRecordDeliveries").ProducesProblem(400).ProducesProblem(404);
        log.MapGet("/{id:guid}/deliveries/{deliveryId:guid}", GetAsync).WithName("getRecordDelivery").ProducesProblem(404);
    }

    /// <summary>Lists what a system of record is or was told</summary>
    /// <remarks>The newest first. What was taken is kept for 30 days, what was not for 90.</remarks>
    /// <param name="id">The system.</param>
    /// <param name="state">queued, sending, sent, failed or unknown.</param>
    /// <param name="kind">contact or activity.</param>
    /// <param name="customer">Only what is about this customer.</param>
    private static async Task<Results<Ok<Page<RecordDeliveryItem>>, ProblemHttpResult>> ListAsync(
        Guid id, [AsParameters] PageQuery page, RecordSystemChanges systems, ListRecordDeliveries list, CancellationToken ct,
        [FromQuery] string? state = null, [FromQuery] string? kind = null, [FromQuery] Guid? customer = null)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        if (!Choice.TryRead<RecordDeliveryState>(state, out var wanted))
        {
            return Problems.Invalid("state", $"Choose one of {Choice.Words<RecordDeliveryState>()}.");
        }

        if (!Choice.TryRead<RecordEventKind>(kind, out var what))
        {
            return Problems.Invalid("kind", $"Choose one of {Choice.Words<RecordEventKind>()}.");
        }

        return await systems.FindAsync(id, ct) is null
            ? RecordProblems.NotFound
            : TypedResults.Ok(await list.ReadAsync(list.Of(id, wanted, what, customer), limit, after, ct));
    }

    /// <summary>Shows what went over the wire for one event</summary>
    /// <remarks>The body of the last attempt, the answer and the last ten attempts.</remarks>
    /// <param name="id">The system.</param>
    /// <param name="deliveryId">The event.</param>
    private static async Task<Results<Ok<RecordDeliveryDetail>, ProblemHttpResult>> GetAsync(
        Guid id, Guid deliveryId, RecordSystemChanges systems, ListRecordDeliveries list, CancellationToken ct) =>
        await systems.FindAsync(id, ct) is not null && await list.FindAsync(id, deliveryId, ct) is { } found
            ? TypedResults.Ok(found)
            : Problems.NotFound("delivery");

    private IQueryable<RecordDelivery> Of(Guid system, RecordDeliveryState? state, RecordEventKind? kind, Guid? customer)
    {
        var all = db.Set<RecordDelivery>().AsNoTracking().Where(d => d.SystemId == system);
        all = state is { } wanted ? all.Where(d => d.State == wanted) : all;
        all = kind is { } what ? all.Where(d => d.Kind == what) : all;
        return customer is { } who ? all.Where(d => d.CustomerId == who) : all;
    }

    private async Task<Page<RecordDeliveryItem>> ReadAsync(IQueryable<RecordDelivery> all, int limit, Cursor? after, CancellationToken ct)
    {
        var from = after is { } place ? all.Where(d => d.Id.CompareTo(place.Id) < 0) : all;
        var rows = await from.OrderByDescending(d => d.Id).Take(limit + 1).Select(d => new RecordDeliveryItem(
            d.Id, d.Kind, d.CustomerId, null, d.InteractionId, d.State, d.Reason, d.Attempts, d.CreatedAt,
            d.State == RecordDeliveryState.Queued ? d.DueAt : null, d.SentAt, d.AnswerStatus)).ToListAsync(ct);
        var part = rows.ToPage(limit, d => new Cursor(d.CreatedAt, d.Id));
        return part with { Items = await NamedAsync(part.Items, ct) };
    }

    private async Task<RecordDeliveryDetail?> FindAsync(Guid system, Guid id, CancellationToken ct)
    {
        var found = await db.Set<RecordDelivery>().AsNoTracking().SingleOrDefaultAsync(d => d.SystemId == system && d.Id == id, ct);
        return found is null ? null : new RecordDeliveryDetail(
            (await ReadAsync(db.Set<RecordDelivery>().AsNoTracking().Where(d => d.Id == id), 1, null, ct)).Items[0],
            $"evt_{found.Id:N}",
            found.Request,
            found.Answer,
            DeliveryOutcome.Read(found.History));
    }

    private async Task<List<RecordDeliveryItem>> NamedAsync(IReadOnlyList<RecordDeliveryItem> items, CancellationToken ct)
    {
        var names = await customers.NamesAsync(items.Select(i => i.CustomerId).ToHashSet(), ct);
        return [.. items.Select(i => i with { CustomerName = names.GetValueOrDefault(i.CustomerId) })];
    }
}
