using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>A conversation with what its messages change of it.</summary>
public sealed class ConversationRow
{
    public required Conversation Conversation { get; init; }

    public required ConversationActivity Activity { get; init; }

    internal static IQueryable<ConversationRow> In(CrmDbContext db) =>
        from conversation in db.Set<Conversation>()
        join activity in db.Set<ConversationActivity>() on conversation.Id equals activity.ConversationId
        select new ConversationRow { Conversation = conversation, Activity = activity };
}
