using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

internal sealed class ListConversations(ConversationQueries queries, CommonWords commonWords, ConversationViews views)
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
        var common = order == ConversationOrder.Newest ? await commonWords.ReadAsync(filter.Q, ct) : null;
        var (rows, problem) = await queries.OfAsync(common is null ? filter : filter with { Q = null }, ct);
        if (rows is null)
        {
            return problem!;
        }

        Task<List<ConversationRow>> Newest(int most, Cursor? place) =>
            filter.Status is null ? NewestAsync(rows, most, place, ct) : ReadAsync(rows, ConversationOrder.Newest, most, place, ct);
        var found = common is not null ? await commonWords.NewestAsync(common, Newest, limit + 1, after, ct)
            : order == ConversationOrder.Newest && SearchWords.Read(filter.Q) is null ? await Newest(limit + 1, after)
            : await ReadAsync(rows, order, limit + 1, after, ct);
        var part = found.ToPage(limit, r => ConversationOrders.Place(r, order));
        return TypedResults.Ok(new Page<ConversationItem>(await views.OfAsync(part.Items, ct), part.Next));
    }

    /// <summary>The newest of each status, merged: each is read from an index in its order, which all together have not.</summary>
    private static async Task<List<ConversationRow>> NewestAsync(IQueryable<ConversationRow> rows, int most, Cursor? after, CancellationToken ct)
    {
        var found = new List<ConversationRow>();
        foreach (var status in Enum.GetValues<ConversationStatus>().Except([ConversationStatus.Spam]))
        {
            found.AddRange(await ReadAsync(rows.Where(r => r.Activity.Status == status), ConversationOrder.Newest, most, after, ct));
        }

        return [.. found.OrderByDescending(r => r.Activity.LastActivityAt).ThenByDescending(r => r.Conversation.Id).Take(most)];
    }

    internal static Task<List<ConversationRow>> ReadAsync(
        IQueryable<ConversationRow> rows, ConversationOrder order, int most, Cursor? after, CancellationToken ct)
    {
        rows = order == ConversationOrder.Waiting ? ConversationQueries.Unanswered(rows) : rows;
        rows = after is { } place ? rows.After(order, place) : rows;
        return rows.Ordered(order).Take(most).ToListAsync(ct);
    }
}
