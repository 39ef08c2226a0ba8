using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <param name="Action">What is done to each.</param>
/// <param name="Ids">The conversations, at most 200. Either these or a filter.</param>
/// <param name="Filter">All that it shows, up to 1,000, the one with the newest message first.</param>
/// <param name="Seen">The last message of each that the person saw: where the customer wrote since, it is not resolved.</param>
/// <param name="SeenAt">When the person saw them: of those not named in <c>seen</c>, none in which the customer wrote since is resolved.</param>
public sealed record BulkRequest(
    BulkActionRequest Action, IReadOnlyList<Guid>? Ids = null, ViewFilters? Filter = null, IReadOnlyList<SeenMessage>? Seen = null, DateTime? SeenAt = null);

/// <param name="Conversation">The conversation.</param>
/// <param name="Message">The last message of it that the person saw.</param>
public sealed record SeenMessage(Guid Conversation, Guid Message);

/// <summary>What became of each conversation.</summary>
/// <param name="Items">In the order in which they were asked for.</param>
/// <param name="Changed">How many were changed.</param>
/// <param name="WroteSince">How many were not resolved because the customer has written since.</param>
/// <param name="More">True when the filter shows more than were tried.</param>
public sealed record BulkResult(IReadOnlyList<BulkItem> Items, int Changed, int WroteSince, bool More);

/// <summary>Does one thing to several conversations, some dozens in a transaction.</summary>
internal sealed class BulkConversations(
    CrmDbContext db, Caller caller, Members members, Teams teams, ConversationQueries queries, BulkSteps steps, WorkspaceFeed feed, TimeProvider time)
{
    public const int MostIds = 200;
    private const int MostByFilter = 1_000;
    private const int AtOnce = 50;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/conversations/bulk", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("changeConversations").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Changes several conversations</summary>
    /// <remarks>
    /// Up to 200 by their ids, or up to 1,000 by a filter. Each is changed or not by itself, and the answer says for each what
    /// happened, what it was before and which version it has now: enough to take it back. Say what was seen when resolving: then
    /// no message that came meanwhile is resolved unread.
    /// </remarks>
    private static Task<Results<Ok<BulkResult>, ProblemHttpResult>> HandleAsync(BulkRequest request, BulkConversations bulk, CancellationToken ct) =>
        bulk.RunAsync(request, ct);

    private async Task<Results<Ok<BulkResult>, ProblemHttpResult>> RunAsync(BulkRequest request, CancellationToken ct)
    {
        if (request.Ids is null == request.Filter is null || request.Ids is { Count: 0 or > MostIds })
        {
            return Problems.Invalid("ids", $"Give 1 to {MostIds} ids, or a filter.");
        }

        var (action, error) = await BulkAction.ReadAsync(request.Action, caller, members, teams, time, ct);
        if (action is null)
        {
            return Problems.Invalid("action.value", error!);
        }

        if (!await CanHaveSeenAsync(request.Seen, ct))
        {
            return Problems.Invalid("seen", $"Give at most {MostByFilter} conversations, each once, with a message of it.");
        }

        action = action.AsSeen(request.Seen, request.SeenAt);
        var (ids, more, problem) = await WhichAsync(request, ct);
        if (ids is null)
        {
            return problem!;
        }

        var items = await RunAsync(ids, action, ct);
        return items.Count > 0 && items.TrueForAll(i => i.Outcome == BulkOutcome.NotFound)
            ? Problems.NotFound("conversation")
            : TypedResults.Ok(new BulkResult(items, Count(items, BulkOutcome.Changed), Count(items, BulkOutcome.WroteSince), more));
    }

    private static int Count(List<BulkItem> items, BulkOutcome outcome) => items.Count(i => i.Outcome == outcome);

    private async Task<bool> CanHaveSeenAsync(IReadOnlyList<SeenMessage>? seen, CancellationToken ct)
    {
        if (seen is null or [])
        {
            return true;
        }

        if (seen.Count > MostByFilter || seen.DistinctBy(s => s.Conversation).Count() < seen.Count)
        {
            return false;
        }

        var ids = seen.Select(s => s.Message).ToList();
        var known = await db.Set<Interaction>().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.ConversationId }).ToDictionaryAsync(m => m.Id, m => m.ConversationId, ct);
        return seen.All(s => known.TryGetValue(s.Message, out var conversation) && conversation == s.Conversation);
    }

    private async Task<(List<Guid>? Ids, bool More, ProblemHttpResult? Problem)> WhichAsync(BulkRequest request, CancellationToken ct)
    {
        if (request.Ids is { } given)
        {
            return ([.. given.Distinct()], false, null);
        }

        var (rows, problem) = await queries.OfAsync(request.Filter!.ToFilter(), ct);
        if (rows is null)
        {
            return (null, false, problem);
        }

        var ids = await rows.Ordered(ConversationOrder.Newest).Select(r => r.Conversation.Id).Take(MostByFilter + 1).ToListAsync(ct);
        return ([.. ids.Take(MostByFilter)], ids.Count > MostByFilter, null);
    }

    private async Task<List<BulkItem>> RunAsync(List<Guid> ids, BulkAction action, CancellationToken ct)
    {
        var items = new Dictionary<Guid, BulkItem>();
        foreach (var chunk in ids.Order().Chunk(AtOnce))
        {
            foreach (var item in await steps.RunAsync(chunk, action, ct))
            {
                items[item.Id] = item;
            }

            db.ChangeTracker.Clear();
        }

        var changed = items.Values.Where(i => i.Outcome == BulkOutcome.Changed).Select(i => i.Id).ToList();
        if (changed.Count > 0)
        {
            await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "status", changed, []), CancellationToken.None);
        }

        return ids.ConvertAll(id => items[id]);
    }
}
