using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

/// <param name="Ids">The dead letters, at most 200. Either these or a filter.</param>
/// <param name="Filter">All that it shows, up to 1,000, those that were received first before the others. Give at least {} for all.</param>
public sealed record DeadLetterSelection(IReadOnlyList<Guid>? Ids = null, DeadLetterChoice? Filter = null);

/// <summary>Which dead letters are meant; what is left out does not matter.</summary>
/// <param name="Channel">Those of this channel.</param>
/// <param name="Error">Those whose error has these words, whether in upper or lower case.</param>
/// <param name="From">Those that failed at this time or after.</param>
/// <param name="To">Those that failed before this time: what fails again later is not meant.</param>
public sealed record DeadLetterChoice(Guid? Channel = null, string? Error = null, DateTime? From = null, DateTime? To = null);

/// <param name="Count">How many were settled. Those that somebody had settled already do not count.</param>
/// <param name="More">True when the filter shows more: ask again.</param>
public sealed record SettledDeadLetters(int Count, bool More);

/// <summary>Retries or discards several dead letters in one transaction.</summary>
internal sealed class SettleDeadLetters(CrmDbContext db, DeadLetterBatch batch)
{
    private const int MostIds = 200;
    private const int MostByFilter = 1_000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/retry", RetryAsync).RequireAuthorization(Permissions.ManageDeadLetters).WithName("retryDeadLetters").ProducesProblem(400).ProducesProblem(404);
        group.MapPost("/discard", DiscardAsync).RequireAuthorization(Permissions.ManageDeadLetters).WithName("discardDeadLetters").ProducesProblem(400).ProducesProblem(404);
    }

    /// <summary>Tries several dead letters again</summary>
    /// <remarks>
    /// Up to 200 by their ids, or up to 1,000 by a filter. They go back to the ends of their authors' lanes in the order in which they
    /// were received. What fails again comes back here.
    /// </remarks>
    private static Task<Results<Ok<SettledDeadLetters>, ProblemHttpResult>> RetryAsync(DeadLetterSelection request, SettleDeadLetters settle, CancellationToken ct) =>
        settle.RunAsync(request, retry: true, ct);

    /// <summary>Discards several dead letters</summary>
    /// <remarks>
    /// Up to 200 by their ids, or up to 1,000 by a filter. The messages will not be applied; their raw events stay for as long as raw
    /// events are kept.
    /// </remarks>
    private static Task<Results<Ok<SettledDeadLetters>, ProblemHttpResult>> DiscardAsync(DeadLetterSelection request, SettleDeadLetters settle, CancellationToken ct) =>
        settle.RunAsync(request, retry: false, ct);

    private async Task<Results<Ok<SettledDeadLetters>, ProblemHttpResult>> RunAsync(DeadLetterSelection request, bool retry, CancellationToken ct)
    {
        if (request.Ids is null == request.Filter is null || request.Ids is { Count: 0 or > MostIds })
        {
            return Problems.Invalid("ids", $"Give 1 to {MostIds} ids, or a filter.");
        }

        if (request.Ids is { } given)
        {
            var count = await batch.SettleAsync([.. given.Distinct()], retry, ct);
            return count == 0 ? Problems.NotFound("dead letter") : TypedResults.Ok(new SettledDeadLetters(count, false));
        }

        var (channel, error, from, to) = request.Filter!;
        var ids = await new DeadLetterFilter(channel, error, from, to).Of(db.Set<DeadLetter>())
            .OrderBy(d => d.ReceivedAt).ThenBy(d => d.RawEventId).ThenBy(d => d.RawIndex).Select(d => d.Id).Take(MostByFilter + 1).ToListAsync(ct);
        return TypedResults.Ok(new SettledDeadLetters(await batch.SettleAsync([.. ids.Take(MostByFilter)], retry, ct), ids.Count > MostByFilter));
    }
}
