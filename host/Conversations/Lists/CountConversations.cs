using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Conversations;

/// <summary>How many conversations there are of each status, up to 10,000 of each.</summary>
/// <param name="Open">Ours to answer.</param>
/// <param name="Waiting">Waiting for the customer.</param>
/// <param name="Snoozed">Put off.</param>
/// <param name="Resolved">Done.</param>
/// <param name="Spam">Set aside.</param>
public sealed record ConversationCounts(int Open, int Waiting, int Snoozed, int Resolved, int Spam);

internal sealed class CountConversations(ConversationQueries queries)
{
    /// <summary>Nobody reads more of them one by one, and to count millions for a menu would cost more than to show a list.</summary>
    private const int MostCounted = 10_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/conversations/counts", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("countConversations");

    /// <summary>Counts the conversations by their status</summary>
    /// <remarks>Those that the other filters ask for; the status itself is left out. Of each status no more than 10,000 are counted.</remarks>
    private static Task<Results<Ok<ConversationCounts>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ConversationFilter filter, CountConversations count, CancellationToken ct) => count.RunAsync(filter, ct);

    private async Task<Results<Ok<ConversationCounts>, ProblemHttpResult>> RunAsync(ConversationFilter filter, CancellationToken ct)
    {
        var (rows, problem) = await queries.OfAsync(filter with { Status = null }, ct);
        if (rows is null)
        {
            return problem!;
        }

        var (spam, _) = await queries.OfAsync(filter with { Status = "spam" }, ct);
        var counts = filter.Q is null ? await OfEachAsync(rows, ct) : await OfAllAsync(rows, ct);
        return TypedResults.Ok(new ConversationCounts(
            counts.GetValueOrDefault(ConversationStatus.Open),
            counts.GetValueOrDefault(ConversationStatus.Waiting),
            counts.GetValueOrDefault(ConversationStatus.Snoozed),
            counts.GetValueOrDefault(ConversationStatus.Resolved),
            await spam!.Take(MostCounted).CountAsync(ct)));
    }

    private static async Task<Dictionary<ConversationStatus, int>> OfEachAsync(IQueryable<ConversationRow> rows, CancellationToken ct)
    {
        var counts = new Dictionary<ConversationStatus, int>();
        foreach (var status in Enum.GetValues<ConversationStatus>().Except([ConversationStatus.Spam]))
        {
            counts[status] = await rows.Where(r => r.Activity.Status == status).Select(r => r.Activity.ConversationId).Take(MostCounted).CountAsync(ct);
        }

        return counts;
    }

    // What was searched for is looked up once, however many statuses there are.
    private static async Task<Dictionary<ConversationStatus, int>> OfAllAsync(IQueryable<ConversationRow> rows, CancellationToken ct) =>
        await rows.GroupBy(r => r.Activity.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => Math.Min(g.Count, MostCounted), ct);
}
