using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

internal sealed class ListConversations(ConversationQueries queries, ConversationViews views)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/conversations", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listConversations");

    /// <summary>Lists the conversations</summary>
    /// <remarks>The one with the newest message first, unless another order is asked for.</remarks>
    /// <param name="sort">newest, waiting (longest first; those who do not wait are left out) or priority (most urgent first).</param>
    private static async Task<Results<Ok<Page<ConversationItem>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ConversationFilter filter, [AsParameters] PageQuery page, ListConversations list, CancellationToken ct, [FromQuery] string? sort = null)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        if (!Choice.TryRead<ConversationOrder>(sort, out var order))
        {
            return Problems.Invalid("sort", $"Give one of {Choice.Words<ConversationOrder>()}.");
        }

        return await list.RunAsync(filter, order ?? ConversationOrder.Newest, limit, after, ct);
    }

    private async Task<Results<Ok<Page<ConversationItem>>, ProblemHttpResult>> RunAsync(
        ConversationFilter filter, ConversationOrder order, int limit, Cursor? after, CancellationToken ct)
    {
        var (rows, problem) = await queries.OfAsync(filter, ct);
        if (rows is null)
        {
            return problem!;
        }

        var found = order == ConversationOrder.Newest && filter is { Status: null, Q: null }
            ? await NewestAsync(rows, limit, after, ct)
            : await ReadAsync(rows, order, limit, after, ct);
        var part = found.ToPage(limit, r => ConversationOrders.Place(r, order));
        return TypedResults.Ok(new Page<ConversationItem>(await views.OfAsync(part.Items, ct), part.Next));
    }

    /// <summary>The newest of each status, merged: each is read from an index in its order, which all together have not.</summary>
    private static async Task<List<ConversationRow>> NewestAsync(IQueryable<ConversationRow> rows, int limit, Cursor? after, CancellationToken ct)
    {
        var found = new List<ConversationRow>();
        foreach (var status in Enum.GetValues<ConversationStatus>().Except([ConversationStatus.Spam]))
        {
            found.AddRange(await ReadAsync(rows.Where(r => r.Activity.Status == status), ConversationOrder.Newest, limit, after, ct));
        }

        return [.. found.OrderByDescending(r => r.Activity.LastActivityAt).ThenByDescending(r => r.Conversation.Id).Take(limit + 1)];
    }

    private static Task<List<ConversationRow>> ReadAsync(
        IQueryable<ConversationRow> rows, ConversationOrder order, int limit, Cursor? after, CancellationToken ct)
    {
        rows = order == ConversationOrder.Waiting ? ConversationQueries.Unanswered(rows) : rows;
        rows = after is { } place ? rows.After(order, place) : rows;
        return rows.Ordered(order).Take(limit + 1).ToListAsync(ct);
    }
}
