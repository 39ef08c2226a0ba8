using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>Marks the author of a conversation as one who writes spam, and takes it back.</summary>
internal sealed class MarkSpam(
    CrmDbContext db, OptimisticCommands commands, Caller caller, AuthorBlocks blocks, CustomerDirectory customers,
    ConversationRecords records, ConversationViews views, WorkspaceFeed feed, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/conversations/{id:guid}/spam", MarkAsync).RequireAuthorization(Permissions.WorkConversations)
            .WithName("markSpam").ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/conversations/{id:guid}/not-spam", UnmarkAsync).RequireAuthorization(Permissions.WorkConversations)
            .WithName("markNotSpam").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Marks a conversation as spam and blocks its author</summary>
    /// <remarks>
    /// All conversations with the account are set aside. What it writes from now on is taken in and kept, and set aside too:
    /// no rule runs, nobody is troubled. Nothing is lost: it stands under the status spam, and comes back when the author is
    /// unblocked.
    /// </remarks>
    /// <param name="id">The conversation.</param>
    private static Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> MarkAsync(Guid id, MarkSpam command, CancellationToken ct) =>
        command.RunAsync(id, command.BlockAsync, ct);

    /// <summary>Brings back a conversation that was set aside, and unblocks its author</summary>
    /// <remarks>
    /// With an author who was blocked, everything of theirs comes back: resolved if it was and nothing was written since, else
    /// as it was before, and open where something was. What a rule set aside comes back by itself.
    /// </remarks>
    /// <param name="id">The conversation.</param>
    private static Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> UnmarkAsync(Guid id, MarkSpam command, CancellationToken ct) =>
        command.RunAsync(id, command.UnblockAsync, ct);

    private async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> RunAsync(
        Guid id, Func<Guid, CancellationToken, Task<List<Guid>>> change, CancellationToken ct)
    {
        var changed = await commands.RunAsync(() => change(id, ct), ct);
        if (await views.FindAsync(id, ct) is not { } conversation)
        {
            return Problems.NotFound("conversation");
        }

        if (changed.Count > 0)
        {
            await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "status", changed, [conversation.Customer.Id]), CancellationToken.None);
        }

        return TypedResults.Ok(conversation);
    }

    private async Task<List<Guid>> BlockAsync(Guid id, CancellationToken ct)
    {
        if (await IdentityAsync(id, ct) is not { } identity)
        {
            return [];
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = await blocks.BlockAsync([identity], time.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        return changed.ConvertAll(c => c.Id);
    }

    private async Task<List<Guid>> UnblockAsync(Guid id, CancellationToken ct)
    {
        if (await IdentityAsync(id, ct) is not { } identity)
        {
            return [];
        }

        if ((await customers.BlockedAsync([identity], ct)).Count == 0)
        {
            return await ReturnAsync(id, ct);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = await blocks.UnblockAsync([identity], time.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        return changed.ConvertAll(c => c.Id);
    }

    /// <summary>A rule took it for noise; its author may go on.</summary>
    private async Task<List<Guid>> ReturnAsync(Guid id, CancellationToken ct)
    {
        var conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == id, ct);
        if (conversation.Status != ConversationStatus.Spam)
        {
            return [];
        }

        conversation.Return();
        records.Add(conversation, new ConversationChange(ConversationEventKind.Returned, "person", conversation.Status.ToString().ToLowerInvariant()), time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return [id];
    }

    private async Task<Guid?> IdentityAsync(Guid id, CancellationToken ct) =>
        await db.Set<Conversation>().Where(c => c.Id == id).Select(c => (Guid?)c.IdentityId).SingleOrDefaultAsync(ct);
}
