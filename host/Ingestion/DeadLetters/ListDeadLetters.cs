using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

/// <param name="Count">How many there are; at most 10,000 are counted.</param>
/// <param name="OldestAt">Since when the first of them waits; null when there is none.</param>
public sealed record DeadLetterCount(int Count, DateTime? OldestAt);

internal static class ListDeadLetters
{
    private const int MostCounted = 10_000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listDeadLetters");
        group.MapGet("/count", CountAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("countDeadLetters");
    }

    /// <summary>Lists messages that could not be applied</summary>
    /// <remarks>Newest first. Each waits until it is retried or discarded.</remarks>
    private static async Task<Results<Ok<Page<DeadLetterView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] DeadLetterFilter filter, [AsParameters] PageQuery page, CrmDbContext db, Caller caller, ChannelDirectory channels, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var query = filter.Of(db.Set<DeadLetter>().AsNoTracking());
        if (after is { } place)
        {
            query = query.Where(d => d.FailedAt <= place.Time && (d.FailedAt < place.Time || d.Id.CompareTo(place.Id) < 0));
        }

        var rows = await query.OrderByDescending(d => d.FailedAt).ThenByDescending(d => d.Id).Take(limit + 1).ToListAsync(ct);
        var names = await channels.AllAsync(caller.TenantId, ct);
        var part = rows.ToPage(limit, d => new Cursor(d.FailedAt, d.Id));
        return TypedResults.Ok(new Page<DeadLetterView>([.. part.Items.Select(d => DeadLetterView.Of(d, names))], part.Next));
    }

    /// <summary>Counts messages that could not be applied</summary>
    /// <remarks>Under the filters of the list.</remarks>
    private static async Task<Ok<DeadLetterCount>> CountAsync([AsParameters] DeadLetterFilter filter, CrmDbContext db, CancellationToken ct)
    {
        var letters = filter.Of(db.Set<DeadLetter>());
        var count = await letters.Take(MostCounted).CountAsync(ct);
        return TypedResults.Ok(new DeadLetterCount(count, count == 0 ? null : await letters.MinAsync(d => (DateTime?)d.ReceivedAt, ct)));
    }
}
