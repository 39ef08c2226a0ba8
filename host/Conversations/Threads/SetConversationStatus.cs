using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <param name="Status">open, waiting or resolved.</param>
/// <param name="Seen">The last message that the person saw: if the customer wrote since, resolving is refused with 409.</param>
public sealed record StatusRequest(ConversationStatus Status, Guid? Seen = null);

internal static class SetConversationStatus
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/conversations/{id:guid}/status", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("setConversationStatus").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Sets whose turn it is</summary>
    /// <remarks>Resolving a conversation settles what the customer asked in it: none of it waits for an answer any more.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, StatusRequest request, ConversationCommands commands, CustomerDirectory customers, CrmDbContext db, CancellationToken ct)
    {
        if (request.Status is ConversationStatus.Snoozed or ConversationStatus.Spam)
        {
            return Problems.Invalid("status", "Give open, waiting or resolved. Snoozing and setting aside are operations of their own.");
        }

        if (request.Seen is { } seen && !await db.Set<Interaction>().AnyAsync(m => m.Id == seen && m.ConversationId == id, ct))
        {
            return Problems.Invalid("seen", "Give the id of a message of this conversation.");
        }

        var (wroteSince, blocked) = (false, false);
        var result = await commands.RunAsync(
            id,
            "status",
            async (conversation, now) =>
            {
                blocked = conversation.Status == ConversationStatus.Spam && (await customers.BlockedAsync([conversation.IdentityId], ct)).Count > 0;
                wroteSince = request.Status == ConversationStatus.Resolved && await WroteSinceAsync(db, conversation, request.Seen, null, ct);
                return wroteSince || blocked ? null : await SetAsync(db, conversation, request.Status, now, ct);
            },
            ct);
        if (blocked)
        {
            return Problems.Conflict("author-blocked", "Its author is blocked. Unblock the author, and all that was set aside comes back.");
        }

        return wroteSince
            ? Problems.Conflict("wrote-since", "The customer has written since. Read the new message, then resolve the conversation again.")
            : result;
    }

    /// <summary>Whether the customer has written since a message that a person saw or, where that is not known, since a time.</summary>
    internal static async Task<bool> WroteSinceAsync(CrmDbContext db, Conversation conversation, Guid? seen, DateTime? seenAt, CancellationToken ct)
    {
        if (seen is null && seenAt is null)
        {
            return false;
        }

        // Loaded first: a message that comes after this raises the version, and resolving runs again.
        await Relationships.LoadAsync(db, [conversation.IdentityId], ct);
        var activity = await db.Set<ConversationActivity>().AsNoTracking().SingleAsync(a => a.ConversationId == conversation.Id, ct);
        if (seen is not { } id)
        {
            return activity.LastInboundId is { } newest && await db.Set<Interaction>().AnyAsync(m => m.Id == newest && m.ReceivedAt > seenAt, ct);
        }

        var at = await db.Set<Interaction>().Where(m => m.Id == id).Select(m => m.OccurredAt).SingleAsync(ct);
        return activity.LastInboundId is { } last && last != id
            && (activity.LastInboundAt > at || (activity.LastInboundAt == at && last.CompareTo(id) > 0));
    }

    internal static async ValueTask<ConversationChange?> SetAsync(
        CrmDbContext db, Conversation conversation, ConversationStatus status, DateTime now, CancellationToken ct)
    {
        var before = conversation.Status;
        if (before == status)
        {
            return null;
        }

        conversation.Become(status, now);
        if (status == ConversationStatus.Resolved)
        {
            await Relationships.ChangeAsync(db, conversation.IdentityId, r => r.Settle(conversation.Id, now), ct);
        }

        return new ConversationChange(ConversationEventKind.Status, Name(before), Name(status));
    }

    private static string Name(ConversationStatus status) => status.ToString().ToLowerInvariant();
}
