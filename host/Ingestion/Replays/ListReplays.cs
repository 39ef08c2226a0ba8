using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

internal static class ListReplays
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/replays", ListAsync).RequireAuthorization(Permissions.ManageReplays).WithName("listReplays");
        api.MapGet("/replays/{id:guid}", GetAsync).RequireAuthorization(Permissions.ManageReplays).WithName("getReplay").ProducesProblem(404);
    }

    /// <summary>Lists the replays</summary>
    /// <remarks>Newest first, without their reports.</remarks>
    private static async Task<Results<Ok<Page<ReplayView>>, ProblemHttpResult>> ListAsync([AsParameters] PageQuery page, CrmDbContext db, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var query = db.Set<Replay>().AsNoTracking();
        if (after is { } place)
        {
            query = query.Where(r => r.CreatedAt <= place.Time && (r.CreatedAt < place.Time || r.Id.CompareTo(place.Id) < 0));
        }

        var rows = await query.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(limit + 1).ToListAsync(ct);
        var part = rows.ToPage(limit, r => new Cursor(r.CreatedAt, r.Id));
        return TypedResults.Ok(new Page<ReplayView>([.. part.Items.Select(ReplayView.Of)], part.Next));
    }

    /// <summary>Shows how far a replay has come, and what it found</summary>
    /// <remarks>It has ended once <c>finishedAt</c> is set. The report grows while it goes on.</remarks>
    /// <param name="id">The replay.</param>
    private static async Task<Results<Ok<ReplayView>, ProblemHttpResult>> GetAsync(Guid id, CrmDbContext db, ReplayReports reports, CancellationToken ct) =>
        await db.Set<Replay>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } replay
            ? TypedResults.Ok(ReplayView.Of(replay) with { Report = await reports.OfAsync(replay, ct) })
            : Problems.NotFound("replay");
}
