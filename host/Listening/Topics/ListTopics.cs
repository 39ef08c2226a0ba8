using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Listening;

internal static class ListTopics
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/topics", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listTopics");
        api.MapGet("/topics/{id:guid}", GetAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getTopic").ProducesProblem(404);
    }

    /// <summary>Lists the topics</summary>
    /// <remarks>What this organisation listens for, the newest first.</remarks>
    private static async Task<Results<Ok<Page<TopicItem>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, CrmDbContext db, HistoryRuns runs, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var topics = db.Set<Topic>().AsNoTracking();
        if (after is { } place)
        {
            topics = topics.Where(t => t.CreatedAt <= place.Time && (t.CreatedAt < place.Time || t.Id.CompareTo(place.Id) < 0));
        }

        var rows = await topics.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok((await runs.ViewAsync(rows, ct)).ToPage(limit, t => new Cursor(t.CreatedAt, t.Id)));
    }

    /// <summary>Shows a topic</summary>
    /// <remarks>What is looked for, and the key that labels carry.</remarks>
    /// <param name="id">The topic.</param>
    private static async Task<Results<Ok<TopicItem>, ProblemHttpResult>> GetAsync(Guid id, CrmDbContext db, HistoryRuns runs, CancellationToken ct) =>
        await db.Set<Topic>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is { } topic
            ? TypedResults.Ok(await runs.ViewAsync(topic, ct))
            : Problems.NotFound("topic");
}
