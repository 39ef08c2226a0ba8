using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.SystemsOfRecord;

namespace SocialCrm.Host.Customers;

/// <param name="Other">The customer whose accounts the first one takes over.</param>
public sealed record MergeRequest(Guid Other);

internal sealed class MergeCustomers(
    CrmDbContext db, Merges merges, OptimisticCommands commands, Caller caller, AuditTrail audit, CustomerViews views,
    WorkspaceFeed feed, RecordEvents records, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/customers/{id:guid}/merge", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("mergeCustomers").ProducesProblem(404);

    /// <summary>Merges two customers into one</summary>
    /// <remarks>
    /// The accounts of the other customer become this one's, with all their messages. The other's id keeps answering, with
    /// this customer. Merging two who are one already changes nothing. Any merge can be undone, whatever came after it.
    /// </remarks>
    /// <param name="id">The customer who stays.</param>
    private static async Task<Results<Ok<CustomerView>, ProblemHttpResult>> HandleAsync(
        Guid id, MergeRequest request, MergeCustomers command, CancellationToken ct) =>
        id == request.Other
            ? Problems.Invalid("other", "Name another customer: one cannot be merged with itself.")
            : await command.RunAsync(id, request.Other, ct);

    private async Task<Results<Ok<CustomerView>, ProblemHttpResult>> RunAsync(Guid id, Guid other, CancellationToken ct)
    {
        if (await commands.RunAsync(() => SaveAsync(id, other, ct), ct) is not { } customer)
        {
            return Problems.NotFound("customer");
        }

        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "merge", [], []), CancellationToken.None);
        return TypedResults.Ok((await views.OfAsync([customer], ct))[0]);
    }

    private async Task<Customer?> SaveAsync(Guid id, Guid other, CancellationToken ct)
    {
        var (tree, roots) = await merges.HoldAsync([id, other], ct);
        if (!roots.TryGetValue(tree.Root(id), out var into) || !roots.TryGetValue(tree.Root(other), out var joined))
        {
            return null;
        }

        if (into != joined)
        {
            await merges.JoinAsync(into, joined, caller.Name, time.GetUtcNow().UtcDateTime, ct);
            await records.ContactAsync(joined.Id, ct);
            await records.ContactAsync(into.Id, ct);
            audit.Record("customer.merged", "customer", into.Id, $"took over {joined.Id}");
            await db.SaveChangesAsync(ct);
        }

        return into;
    }
}
