using SocialCrm.Host.Access;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>Notes what the caller changed of a conversation: a new version of it, an event in its timeline and an audit entry.</summary>
internal sealed class ConversationRecords(CrmDbContext db, Caller caller, AuditTrail audit)
{
    public void Add(Conversation conversation, ConversationChange done, DateTimeOffset now)
    {
        conversation.Version++;
        if (MayTurn(done.Kind))
        {
            ResponseMarks.Mark(db, conversation.Id);
        }

        db.Add(new ConversationEvent
        {
            TenantId = conversation.TenantId,
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            Kind = done.Kind,
            ActorId = caller.UserId,
            From = done.From,
            To = done.To,
            At = now.UtcDateTime,
        });
        audit.Record($"conversation.{done.Kind.ToString().ToLowerInvariant()}", "conversation", conversation.Id, $"{done.From ?? "none"} → {done.To ?? "none"}");
    }

    private static bool MayTurn(ConversationEventKind kind) => kind is not (ConversationEventKind.Assigned or ConversationEventKind.Team
        or ConversationEventKind.Priority or ConversationEventKind.Tags or ConversationEventKind.Rule);
}
