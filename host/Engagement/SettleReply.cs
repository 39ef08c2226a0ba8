using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Engagement;

/// <summary>What a person decides about a reply that failed or whose outcome nobody knows.</summary>
internal static class SettleReply
{
    public static void Map(RouteGroupBuilder conversations)
    {
        conversations.MapPost("/{id:guid}/replies/{replyId:guid}/retry", RetryAsync)
            .RequireAuthorization(Permissions.WorkConversations).WithName("retryReply").ProducesProblem(404).ProducesProblem(409);
        conversations.MapPost("/{id:guid}/replies/{replyId:guid}/mark-sent", MarkSentAsync)
            .RequireAuthorization(Permissions.WorkConversations).WithName("markReplySent").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Sends a failed reply again</summary>
    /// <remarks>For a reply that failed or whose outcome is unknown. It keeps its key, so that a network that has it already can tell.</remarks>
    /// <response code="409">The reply is on its way or was sent.</response>
    private static async Task<Results<Accepted<InteractionView>, ProblemHttpResult>> RetryAsync(
        Guid id, Guid replyId, CrmDbContext db, OutboundMessages messages, AuditTrail audit, OutboxSignal signal, WorkspaceFeed feed, InteractionViews views, TimeProvider time, CancellationToken ct)
    {
        if (await FindAsync(db, id, replyId, ct) is not { } item)
        {
            return Problems.NotFound("reply");
        }

        if (item.State is not (OutboxState.Failed or OutboxState.Unknown))
        {
            return Problems.Conflict("not-failed", "Only a reply that failed, or whose outcome is unknown, can be sent again.");
        }

        (item.State, item.Attempts, item.Reason) = (OutboxState.Queued, 0, null);
        item.DueAt = time.GetUtcNow().UtcDateTime;
        item.Fence++;
        await messages.QueuedAgainAsync(id, ct);
        audit.Record("reply.retried", "conversation", id);
        await db.SaveChangesAsync(ct);
        signal.Raise();
        await feed.PublishAsync(new WorkspaceChange(item.TenantId, "reply", [id], []), ct);
        return TypedResults.Accepted((string?)null, (await views.OfAsync([await messages.FindAsync(replyId, ct)], ct))[0]);
    }

    /// <summary>Notes that a reply did arrive</summary>
    /// <remarks>For a reply whose outcome is unknown, once a person has looked at the network.</remarks>
    /// <response code="409">The reply's outcome is known.</response>
    private static async Task<Results<Ok<InteractionView>, ProblemHttpResult>> MarkSentAsync(
        Guid id, Guid replyId, CrmDbContext db, OutboundMessages messages, AuditTrail audit, WorkspaceFeed feed, InteractionViews views, TimeProvider time, CancellationToken ct)
    {
        if (await FindAsync(db, id, replyId, ct) is not { } item)
        {
            return Problems.NotFound("reply");
        }

        if (item.State != OutboxState.Unknown)
        {
            return Problems.Conflict("not-unknown", "Only a reply whose outcome is unknown can be marked as sent.");
        }

        (item.State, item.SentAt, item.Reason) = (OutboxState.Sent, time.GetUtcNow().UtcDateTime, null);
        item.Fence++;
        var sent = await messages.SentAsync(replyId, null);
        await Relationships.ChangeAsync(db, sent.IdentityId, r => r.Apply(sent.Contact), ct);
        audit.Record("reply.marked-sent", "conversation", id);
        await db.SaveChangesAsync(ct);
        await feed.PublishAsync(new WorkspaceChange(item.TenantId, "reply", [id], []), ct);
        return TypedResults.Ok((await views.OfAsync([await messages.FindAsync(replyId, ct)], ct))[0]);
    }

    private static Task<OutboxItem?> FindAsync(CrmDbContext db, Guid conversationId, Guid replyId, CancellationToken ct) =>
        db.Set<OutboxItem>().SingleOrDefaultAsync(o => o.TargetId == conversationId && o.InteractionId == replyId, ct);
}
