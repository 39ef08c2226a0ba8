using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Listening;

internal sealed class CreateTopic(CrmDbContext db, HistoryRuns runs, Caller caller, AuditTrail audit, TopicSets sets, TimeProvider time)
{
    private const int MostTopics = 500;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/topics", HandleAsync)
        .RequireAuthorization(Permissions.ManageTopics).WithName("createTopic").ProducesProblem(400).ProducesProblem(409);

    /// <summary>Makes a topic</summary>
    /// <remarks>
    /// Messages that come from now on are labelled with it. Those that are there follow, the newest first: <c>history</c> says how far
    /// it has come.
    /// </remarks>
    private static async Task<Results<Created<TopicItem>, ProblemHttpResult>> HandleAsync(
        TopicRequest request, CreateTopic command, OptimisticCommands commands, CancellationToken ct)
    {
        var errors = TopicRules.Errors(request);
        return errors.Count > 0 ? Problems.Invalid(errors) : await commands.RunAsync(() => command.SaveAsync(request, ct), ct);
    }

    private async Task<Results<Created<TopicItem>, ProblemHttpResult>> SaveAsync(TopicRequest request, CancellationToken ct)
    {
        if (await db.Set<Topic>().CountAsync(ct) >= MostTopics)
        {
            return Problems.Conflict("too-many-topics", $"An organisation has at most {MostTopics} topics. Delete one first.");
        }

        if ((request.Key ?? TopicRules.KeyOf(request.Name)) is not { } key)
        {
            return Problems.Invalid("key", "Give a key: none can be made from this name.");
        }

        if (await db.Set<Topic>().AnyAsync(t => t.Key == key, ct))
        {
            return Problems.Invalid("key", $"There is a topic with the key “{key}” already. Give another key.");
        }

        var topic = New(request, key);
        db.Add(topic);
        if (topic.Enabled)
        {
            await runs.StartAsync(key, topic.Query, ct);
        }

        audit.Record("topic.created", "topic", topic.Id, key);
        await db.SaveChangesAsync(ct);
        sets.Forget(caller.TenantId);
        return TypedResults.Created($"/api/v1/topics/{topic.Id}", await runs.ViewAsync(topic, ct));
    }

    private Topic New(TopicRequest request, string key)
    {
        var now = time.GetUtcNow();
        return new Topic
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            Key = key,
            Name = request.Name.Trim(),
            Query = request.Query,
            Kind = request.KindOr(TopicKind.Subject),
            Color = request.Color,
            Enabled = request.Enabled ?? true,
            CreatedAt = now.UtcDateTime,
        };
    }
}
