using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>What commands on a conversation have in common: they leave an event and an audit entry, and tell open workspaces.</summary>
internal sealed class ConversationCommands(
    CrmDbContext db, OptimisticCommands commands, Caller caller, AuditTrail audit, ConversationViews views, WorkspaceFeed feed, TimeProvider time)
{
    /// <param name="id">The conversation.</param>
    /// <param name="reason">What open workspaces are told.</param>
    /// <param name="change">Changes it as of a time and says what changed; null when it is so already, and then nothing is written.</param>
    /// <param name="ct">The request's.</param>
    public async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> RunAsync(
        Guid id, string reason, Func<Conversation, DateTime, ValueTask<ConversationChange?>> change, CancellationToken ct)
    {
        var changed = await commands.RunAsync(() => SaveAsync(id, change, ct), ct);
        if (await views.FindAsync(id, ct) is not { } conversation)
        {
            return Problems.NotFound("conversation");
        }

        if (changed)
        {
            // It is done: that the caller has left does not keep the others from hearing of it.
            await feed.PublishAsync(new WorkspaceChange(caller.TenantId, reason, [id], [conversation.Customer.Id]), CancellationToken.None);
        }

        return TypedResults.Ok(conversation);
    }

    private async Task<bool> SaveAsync(Guid id, Func<Conversation, DateTime, ValueTask<ConversationChange?>> change, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await db.Set<Conversation>().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation
            || await change(conversation, now.UtcDateTime) is not { } done)
        {
            return false;
        }

        conversation.Version++;
        db.Add(new ConversationEvent
        {
            TenantId = conversation.TenantId,
            Id = Guid.CreateVersion7(now),
            ConversationId = id,
            Kind = done.Kind,
            ActorId = caller.UserId,
            From = done.From,
            To = done.To,
            At = now.UtcDateTime,
        });
        audit.Record($"conversation.{done.Kind.ToString().ToLowerInvariant()}", "conversation", id, $"{done.From ?? "none"} → {done.To ?? "none"}");
        await db.SaveChangesAsync(ct);
        return true;
    }
}
