using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <summary>What commands on a conversation have in common: they leave an event and an audit entry, and tell open workspaces.</summary>
internal sealed class ConversationCommands(
    CrmDbContext db, OptimisticCommands commands, Caller caller, ConversationRecords records, Teams teams, ConversationViews views, Notices notices,
    WorkspaceFeed feed, TimeProvider time)
{
    /// <param name="id">The conversation.</param>
    /// <param name="reason">What open workspaces are told.</param>
    /// <param name="change">Changes it as of a time and says what changed; null when it is so already, and then nothing is written.</param>
    /// <param name="ct">The request's.</param>
    /// <param name="team">The team that it is given to, which has to be there when this is done.</param>
    public async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> RunAsync(
        Guid id, string reason, Func<Conversation, DateTime, ValueTask<ConversationChange?>> change, CancellationToken ct, Guid? team = null)
    {
        if (await commands.RunAsync(() => SaveAsync(id, change, team, ct), ct) is not { } changed)
        {
            return Problems.Invalid("teamId", "Choose a team of this organisation.");
        }

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

    /// <summary>Null when the team is gone.</summary>
    private async Task<bool?> SaveAsync(Guid id, Func<Conversation, DateTime, ValueTask<ConversationChange?>> change, Guid? team, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await db.Set<Conversation>().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
        {
            return false;
        }

        if (await change(conversation, now.UtcDateTime) is not { } done)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        records.Add(conversation, done, now);
        await db.SaveChangesAsync(ct);
        if (team is { } wanted && !await teams.HoldAsync([wanted], ct))
        {
            return null;
        }

        var told = done.Notice is { } notice ? await notices.WriteAsync([notice], ct) : [];
        await transaction.CommitAsync(ct);
        await notices.TellAsync(told);
        return true;
    }
}
