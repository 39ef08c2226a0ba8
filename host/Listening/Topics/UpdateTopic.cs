using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Listening;

internal sealed class UpdateTopic(CrmDbContext db, HistoryRuns runs, Caller caller, AuditTrail audit, TopicSets sets)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/topics/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ManageTopics).WithName("updateTopic").ProducesProblem(400).ProducesProblem(404);

    /// <summary>Changes a topic</summary>
    /// <remarks>
    /// What is left out of kind, colour and enabled stays. Where the query changed, or the topic was turned on, the messages that are
    /// there follow, the newest first; those of a topic that is turned off keep it.
    /// </remarks>
    /// <param name="id">The topic.</param>
    private static async Task<Results<Ok<TopicItem>, ProblemHttpResult>> HandleAsync(
        Guid id, TopicRequest request, UpdateTopic command, OptimisticCommands commands, CancellationToken ct)
    {
        var errors = TopicRules.Errors(request);
        return errors.Count > 0 ? Problems.Invalid(errors) : await commands.RunAsync(() => command.SaveAsync(id, request, ct), ct);
    }

    private async Task<Results<Ok<TopicItem>, ProblemHttpResult>> SaveAsync(Guid id, TopicRequest request, CancellationToken ct)
    {
        if (await db.Set<Topic>().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } topic)
        {
            return Problems.NotFound("topic");
        }

        if (request.Key is { } key && key != topic.Key)
        {
            return Problems.Invalid("key", "The key of a topic does not change: labels would lose their meaning. Make another topic.");
        }

        var (query, enabled) = (topic.Query, topic.Enabled);
        topic.Name = request.Name.Trim();
        topic.Query = request.Query;
        topic.Kind = request.KindOr(topic.Kind);
        topic.Color = request.Color ?? topic.Color;
        topic.Enabled = request.Enabled ?? topic.Enabled;
        topic.Version++;
        if (topic.Enabled && (!enabled || topic.Query != query))
        {
            await runs.StartAsync(topic.Key, topic.Query, ct);
        }
        else if (!topic.Enabled)
        {
            await runs.CancelAsync(topic.Key, ct);
        }

        audit.Record("topic.changed", "topic", id, topic.Key);
        await db.SaveChangesAsync(ct);
        sets.Forget(caller.TenantId);
        return TypedResults.Ok(await runs.ViewAsync(topic, ct));
    }
}
