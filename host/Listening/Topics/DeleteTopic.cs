using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Listening;

internal sealed class DeleteTopic(CrmDbContext db, HistoryRuns runs, Caller caller, AuditTrail audit, TopicSets sets)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/topics/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ManageTopics).WithName("deleteTopic").ProducesProblem(404);

    /// <summary>Deletes a topic</summary>
    /// <remarks>
    /// The label is taken off the messages, and with that out of the counts; what people set by hand stays. To keep what was, turn
    /// the topic off instead.
    /// </remarks>
    /// <param name="id">The topic.</param>
    private static Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, DeleteTopic command, OptimisticCommands commands, CancellationToken ct) =>
        commands.RunAsync(() => command.SaveAsync(id, ct), ct);

    private async Task<Results<NoContent, ProblemHttpResult>> SaveAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Topic>().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } topic)
        {
            return Problems.NotFound("topic");
        }

        db.Remove(topic);
        await runs.StartAsync(topic.Key, query: null, ct);
        audit.Record("topic.deleted", "topic", id, topic.Key);
        await db.SaveChangesAsync(ct);
        sets.Forget(caller.TenantId);
        return TypedResults.NoContent();
    }
}
