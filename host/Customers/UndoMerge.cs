using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.SystemsOfRecord;

namespace SocialCrm.Host.Customers;

/// <param name="Other">The customer to part with; the one merged last when left out.</param>
public sealed record UndoMergeRequest(Guid? Other = null);

internal sealed class UndoMerge(
    CrmDbContext db, Merges merges, OptimisticCommands commands, Caller caller, AuditTrail audit, CustomerViews views, WorkspaceFeed feed,
    RecordEvents records)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/customers/{id:guid}/undo-merge", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("undoMerge").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Parts two customers that were merged</summary>
    /// <remarks>
    /// The other customer gets back their accounts, with all that came in meanwhile. Without a body, the latest merge into
    /// this customer is undone; on the id of a customer that was merged into another, that merge. Answers with the
    /// customer who has their accounts again.
    /// </remarks>
    /// <param name="id">The customer.</param>
    private static async Task<Results<Ok<CustomerView>, ProblemHttpResult>> HandleAsync(
        Guid id, UndoMerge command, CancellationToken ct, [FromBody] UndoMergeRequest? request = null) =>
        await command.RunAsync(id, request?.Other, ct);

    private async Task<Results<Ok<CustomerView>, ProblemHttpResult>> RunAsync(Guid id, Guid? other, CancellationToken ct)
    {
        var asked = other is { } given ? new[] { id, given } : [id];
        if (await db.Set<Customer>().CountAsync(c => asked.Contains(c.Id), ct) < asked.Distinct().Count())
        {
            return Problems.NotFound("customer");
        }

        if (await commands.RunAsync(() => SaveAsync(id, other, ct), ct) is not { } parted)
        {
            return Problems.Conflict("not-merged", other is null ? "Nobody is merged with this customer." : "The two are not merged.");
        }

        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "merge", [], []), CancellationToken.None);
        return TypedResults.Ok((await views.OfAsync([parted], ct))[0]);
    }

    private async Task<Customer?> SaveAsync(Guid id, Guid? other, CancellationToken ct)
    {
        var (tree, roots) = await merges.HoldAsync([id], ct);
        var root = roots[tree.Root(id)];
        if (await FindAsync(id, other, tree, ct) is not { } merged)
        {
            return null;
        }

        await merges.PartAsync(root, merged, tree, ct);
        await records.ContactAsync(merged.Id, ct);
        await records.ContactAsync(root.Id, ct);
        audit.Record("customer.merge-undone", "customer", root.Id, $"gave back {merged.Id}");
        await db.SaveChangesAsync(ct);
        return merged;
    }

    /// <summary>The customer to take out: the one named, else the one asked about, else the latest that was merged into it.</summary>
    private async Task<Customer?> FindAsync(Guid id, Guid? other, MergeTree tree, CancellationToken ct)
    {
        var customers = db.Set<Customer>();
        if (other is { } named)
        {
            return await customers.SingleOrDefaultAsync(c => (c.Id == named && c.MergedInto == id) || (c.Id == id && c.MergedInto == named), ct)
                ?? (named != id && tree.Root(named) == tree.Root(id)
                    ? await customers.SingleOrDefaultAsync(c => c.Id == named && c.MergedInto != null, ct)
                    : null);
        }

        return await customers.SingleOrDefaultAsync(c => c.Id == id && c.MergedInto != null, ct)
            ?? await customers.Where(c => c.MergedInto == id).OrderByDescending(c => c.MergedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
    }
}
