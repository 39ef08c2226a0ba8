using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <param name="Id">The conversation.</param>
/// <param name="Version">The version that the change gave it.</param>
/// <param name="Before">What it was before.</param>
public sealed record UndoItem(Guid Id, long Version, ConversationBefore Before);

/// <param name="Items">What the change answered for those it changed, at most 200.</param>
public sealed record UndoRequest(IReadOnlyList<UndoItem> Items);

/// <summary>Takes a bulk action back, as far as nobody has touched what it changed.</summary>
internal sealed class UndoBulk(
    CrmDbContext db, OptimisticCommands commands, Caller caller, ConversationLocks locks, ConversationRecords records, AuthorBlocks blocks,
    Members members, Teams teams, WorkspaceFeed feed, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/conversations/bulk/undo", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("undoConversationChanges").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Takes back what was done to several conversations</summary>
    /// <remarks>Each becomes what it was before, unless it has been changed since. Authors who were blocked are unblocked.</remarks>
    private static Task<Results<Ok<BulkResult>, ProblemHttpResult>> HandleAsync(UndoRequest request, UndoBulk undo, CancellationToken ct) =>
        undo.RunAsync(request, ct);

    private async Task<Results<Ok<BulkResult>, ProblemHttpResult>> RunAsync(UndoRequest request, CancellationToken ct)
    {
        if (request.Items.Count is 0 or > BulkConversations.MostIds || request.Items.DistinctBy(i => i.Id).Count() < request.Items.Count)
        {
            return Problems.Invalid("items", $"Give 1 to {BulkConversations.MostIds} items, each conversation once.");
        }

        if (await ErrorAsync(request, ct) is { } problem)
        {
            return problem;
        }

        var items = await commands.RunAsync(() => SaveAsync(request.Items, ct), ct);
        if (items.TrueForAll(i => i.Outcome == BulkOutcome.NotFound))
        {
            return Problems.NotFound("conversation");
        }

        var changed = items.Where(i => i.Outcome == BulkOutcome.Changed).Select(i => i.Id).ToList();
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "status", changed, []), CancellationToken.None);
        return TypedResults.Ok(new BulkResult(items, changed.Count, 0, false));
    }

    private async Task<ProblemHttpResult?> ErrorAsync(UndoRequest request, CancellationToken ct)
    {
        foreach (var user in request.Items.Select(i => i.Before.AssigneeId).OfType<Guid>().Distinct())
        {
            if (!await members.ExistsAsync(user, ct))
            {
                return Problems.Invalid("assigneeId", "Choose members of this organisation.");
            }
        }

        foreach (var team in request.Items.Select(i => i.Before.TeamId).OfType<Guid>().Distinct())
        {
            if (!await teams.ExistsAsync(team, ct))
            {
                return Problems.Invalid("teamId", "Choose teams of this organisation.");
            }
        }

        return request.Items.All(i => i.Before.Status != ConversationStatus.Spam && ConversationTags.Read(i.Before.Tags) is not null)
            ? null
            : Problems.Invalid("before", "Give back what the change answered.");
    }

    private async Task<List<BulkItem>> SaveAsync(IReadOnlyList<UndoItem> items, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = items.Select(i => i.Id).ToList();
        var now = time.GetUtcNow();
        var asides = await db.Set<Conversation>().AsNoTracking().Where(c => ids.Contains(c.Id) && c.Status == ConversationStatus.Spam).ToListAsync(ct);
        var wanted = items.ToDictionary(i => i.Id);
        var authors = asides.Where(c => wanted[c.Id].Version == c.Version).Select(c => c.IdentityId).Distinct().ToList();
        var back = authors.Count > 0 ? (await blocks.UnblockAsync(authors, now, ct)).Select(c => c.Id).ToHashSet() : [];
        await locks.OfAsync(ids, ct);
        var found = await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var outcome = items.Select(item => !found.TryGetValue(item.Id, out var conversation) ? new BulkItem(item.Id, BulkOutcome.NotFound)
            : Restore(conversation, item, back.Contains(item.Id), now)).ToList();
        await db.SaveChangesAsync(ct);
        if (!await teams.HoldAsync([.. items.Select(i => i.Before.TeamId).OfType<Guid>()], ct))
        {
            throw new DbUpdateConcurrencyException("A team was deleted meanwhile.");
        }

        await transaction.CommitAsync(ct);
        return outcome;
    }

    private BulkItem Restore(Conversation conversation, UndoItem item, bool returned, DateTimeOffset now)
    {
        if (!returned && conversation.Version != item.Version)
        {
            return new BulkItem(conversation.Id, BulkOutcome.ChangedSince, conversation.Version);
        }

        var (before, status) = (item.Before, conversation.Status);
        if (!returned || before.Status == ConversationStatus.Snoozed)
        {
            conversation.Become(before.Status, now.UtcDateTime, before.SnoozedUntil);
        }

        (conversation.AssigneeId, conversation.TeamId, conversation.Priority) = (before.AssigneeId, before.TeamId, before.Priority);
        conversation.Tags = [.. before.Tags];
        records.Add(conversation, new ConversationChange(ConversationEventKind.Undone, Word(status), conversation.Status == status ? null : Word(conversation.Status)), now);
        return new BulkItem(conversation.Id, BulkOutcome.Changed, conversation.Version);
    }

    private static string Word(ConversationStatus status) => status.ToString().ToLowerInvariant();
}
