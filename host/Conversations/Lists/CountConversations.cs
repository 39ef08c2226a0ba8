using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>How many conversations there are of each status, up to 10,000 of each; where a very common word is searched for, up to 1,000.</summary>
/// <param name="Open">Ours to answer.</param>
/// <param name="Waiting">Waiting for the customer.</param>
/// <param name="Snoozed">Put off.</param>
/// <param name="Resolved">Done.</param>
/// <param name="Spam">Set aside.</param>
public sealed record ConversationCounts(int Open, int Waiting, int Snoozed, int Resolved, int Spam);

internal sealed class CountConversations(ConversationQueries queries, CommonWords commonWords)
{
    /// <summary>Nobody reads more of them one by one, and to count millions for a menu would cost more than to show a list.</summary>
    private const int MostCounted = 10_000;

    /// <summary>Each of those that have a common word is looked into.</summary>
    private const int MostFound = 1_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/conversations/counts", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("countConversations");

    /// <summary>Counts the conversations by their status</summary>
    /// <remarks>Those that the other filters ask for; the status itself is left out. Of each status no more than 10,000 are counted, and where a very common word is searched for no more than 1,000.</remarks>
    private static Task<Results<Ok<ConversationCounts>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ConversationFilter filter, CountConversations count, CancellationToken ct) => count.RunAsync(filter, ct);

    private async Task<Results<Ok<ConversationCounts>, ProblemHttpResult>> RunAsync(ConversationFilter filter, CancellationToken ct)
    {
        var common = await commonWords.ReadAsync(filter.Q, ct);
        var counts = new Dictionary<ConversationStatus, int>();
        foreach (var status in Enum.GetValues<ConversationStatus>())
        {
            var (rows, problem) = await queries.OfAsync(filter with { Status = Choice.Word(status), Q = common is null ? filter.Q : null }, ct);
            if (rows is null)
            {
                return problem!;
            }

            counts[status] = common is null
                ? await rows.Select(r => r.Activity.ConversationId).Take(MostCounted).CountAsync(ct)
                : (await commonWords.NewestAsync(common, (most, place) => ListConversations.ReadAsync(rows, ConversationOrder.Newest, most, place, ct), MostFound, null, ct)).Count;
        }

        return TypedResults.Ok(new ConversationCounts(
            counts[ConversationStatus.Open], counts[ConversationStatus.Waiting], counts[ConversationStatus.Snoozed],
            counts[ConversationStatus.Resolved], counts[ConversationStatus.Spam]));
    }
}
