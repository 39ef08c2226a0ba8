using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Conversations;

/// <summary>How many conversations there are of each status.</summary>
/// <param name="Open">Ours to answer.</param>
/// <param name="Waiting">Waiting for the customer.</param>
/// <param name="Snoozed">Put off.</param>
/// <param name="Resolved">Done.</param>
/// <param name="Spam">Set aside.</param>
public sealed record ConversationCounts(int Open, int Waiting, int Snoozed, int Resolved, int Spam);

internal sealed class CountConversations(ConversationQueries queries)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/conversations/counts", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("countConversations");

    /// <summary>Counts the conversations by their status</summary>
    /// <remarks>Those that the other filters ask for; the status itself is left out.</remarks>
    private static Task<Results<Ok<ConversationCounts>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ConversationFilter filter, CountConversations count, CancellationToken ct) => count.RunAsync(filter, ct);

    private async Task<Results<Ok<ConversationCounts>, ProblemHttpResult>> RunAsync(ConversationFilter filter, CancellationToken ct)
    {
        var (rows, problem) = await queries.OfAsync(filter with { Status = null }, ct);
        if (rows is null)
        {
            return problem!;
        }

        var (setAside, _) = await queries.OfAsync(filter with { Status = "spam" }, ct);
        var counts = await rows.GroupBy(r => r.Conversation.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return TypedResults.Ok(new ConversationCounts(
            counts.GetValueOrDefault(ConversationStatus.Open),
            counts.GetValueOrDefault(ConversationStatus.Waiting),
            counts.GetValueOrDefault(ConversationStatus.Snoozed),
            counts.GetValueOrDefault(ConversationStatus.Resolved),
            await setAside!.CountAsync(ct)));
    }
}
