using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Listening;

/// <summary>Applies a topic to history once more, or stops doing so.</summary>
internal sealed class ChangeHistory(CrmDbContext db, HistoryRuns runs, AuditTrail audit)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/topics/{id:guid}/history", StartAsync).RequireAuthorization(Permissions.ManageTopics)
            .WithName("applyTopicToHistory").ProducesProblem(404).ProducesProblem(409);
        api.MapDelete("/topics/{id:guid}/history", CancelAsync).RequireAuthorization(Permissions.ManageTopics)
            .WithName("stopApplyingTopic").ProducesProblem(404);
    }

    /// <summary>Applies a topic to the messages that are there</summary>
    /// <remarks>
    /// Saving a topic does this by itself; this begins again, from the newest message on, after it was stopped or failed. What people
    /// corrected stays.
    /// </remarks>
    /// <param name="id">The topic.</param>
    private static Task<Results<Ok<TopicItem>, ProblemHttpResult>> StartAsync(
        Guid id, ChangeHistory command, OptimisticCommands commands, CancellationToken ct) => commands.RunAsync(() => command.BeginAsync(id, ct), ct);

    /// <summary>Stops applying a topic to the messages that are there</summary>
    /// <remarks>What was labelled until then stays labelled, and messages that come are labelled as before.</remarks>
    /// <param name="id">The topic.</param>
    private static Task<Results<Ok<TopicItem>, ProblemHttpResult>> CancelAsync(
        Guid id, ChangeHistory command, OptimisticCommands commands, CancellationToken ct) => commands.RunAsync(() => command.EndAsync(id, ct), ct);

    private async Task<Results<Ok<TopicItem>, ProblemHttpResult>> BeginAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } topic)
        {
            return Problems.NotFound("topic");
        }

        if (!topic.Enabled)
        {
            return Problems.Conflict("topic-off", "The topic is turned off. Turn it on: then it is applied to history by itself.");
        }

        await runs.StartAsync(topic.Key, topic.Query, ct);
        audit.Record("topic.applied", "topic", id, topic.Key);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await runs.ViewAsync(topic, ct));
    }

    private async Task<Results<Ok<TopicItem>, ProblemHttpResult>> EndAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } topic)
        {
            return Problems.NotFound("topic");
        }

        if (await runs.CancelAsync(topic.Key, ct))
        {
            audit.Record("topic.stopped", "topic", id, topic.Key);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.Ok(await runs.ViewAsync(topic, ct));
    }

    private Task<Topic?> FindAsync(Guid id, CancellationToken ct) => db.Set<Topic>().SingleOrDefaultAsync(t => t.Id == id, ct);
}
