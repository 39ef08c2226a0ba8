using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

internal static class GetConversationTimeline
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/conversations/{id:guid}/timeline", HandleAsync)
        .RequireAuthorization(Permissions.ReadWorkspace).WithName("getConversationTimeline").ProducesProblem(404);

    /// <summary>Shows what happened in a conversation</summary>
    /// <remarks>Messages, notes and events, newest first.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Ok<Page<TimelineEntry>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, CrmDbContext db, Timelines timelines, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        return await db.Set<Conversation>().AnyAsync(c => c.Id == id, ct)
            ? TypedResults.Ok(await timelines.OfConversationAsync(id, limit, after, ct))
            : Problems.NotFound("conversation");
    }
}
