using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>In which order conversations are listed.</summary>
public enum ConversationOrder
{
    /// <summary>The one with the newest message first.</summary>
    Newest,

    /// <summary>The one whose customer has been waiting longest first; those who do not wait are left out.</summary>
    Waiting,

    /// <summary>The most urgent first, and among equals the one with the newest message.</summary>
    Priority,
}

/// <summary>Puts rows in order and goes on after a place in it.</summary>
internal static class ConversationOrders
{
    public static IQueryable<ConversationRow> Ordered(this IQueryable<ConversationRow> rows, ConversationOrder order) => order switch
    {
        ConversationOrder.Newest => rows.OrderByDescending(r => r.Activity.LastActivityAt).ThenByDescending(r => r.Activity.ConversationId),
        ConversationOrder.Waiting => rows.OrderBy(r => r.Activity.LastInboundAt).ThenBy(r => r.Conversation.Id),
        ConversationOrder.Priority => rows.OrderByDescending(r => r.Conversation.Priority)
            .ThenByDescending(r => r.Activity.LastActivityAt).ThenByDescending(r => r.Conversation.Id),
    };

    public static IQueryable<ConversationRow> After(this IQueryable<ConversationRow> rows, ConversationOrder order, Cursor place)
    {
        var (at, id, priority) = (place.Time, place.Id, (ConversationPriority)place.Rank);
        return order switch
        {
            ConversationOrder.Newest => rows.Where(r => r.Activity.LastActivityAt <= at && (r.Activity.LastActivityAt < at || r.Activity.ConversationId.CompareTo(id) < 0)),
            ConversationOrder.Waiting => rows.Where(r => r.Activity.LastInboundAt >= at && (r.Activity.LastInboundAt > at || r.Conversation.Id.CompareTo(id) > 0)),
            ConversationOrder.Priority => rows.Where(r => r.Conversation.Priority < priority || (r.Conversation.Priority == priority
                && r.Activity.LastActivityAt <= at && (r.Activity.LastActivityAt < at || r.Activity.ConversationId.CompareTo(id) < 0))),
        };
    }

    public static Cursor Place(ConversationRow row, ConversationOrder order) => order switch
    {
        ConversationOrder.Newest => new Cursor(row.Activity.LastActivityAt, row.Conversation.Id),
        ConversationOrder.Waiting => new Cursor(row.Activity.LastInboundAt!.Value, row.Conversation.Id),
        ConversationOrder.Priority => new Cursor(row.Activity.LastActivityAt, row.Conversation.Id, (int)row.Conversation.Priority),
    };
}
