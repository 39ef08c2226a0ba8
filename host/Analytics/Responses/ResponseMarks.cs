using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>Says which conversations have to be reckoned again, in a batch or in a command.</summary>
public sealed class ResponseMarks(SqlSession session, Guid tenantId)
{
    private readonly HashSet<Guid> _conversations = [];

    public static void Mark(CrmDbContext db, Guid conversationId) =>
        db.Add(new ResponseMark { TenantId = db.TenantId, ConversationId = conversationId });

    public void Mark(Guid conversationId) => _conversations.Add(conversationId);

    public void Mark(IEnumerable<Guid> conversationIds) => _conversations.UnionWith(conversationIds);

    public Task SaveAsync(CancellationToken ct) => session.InsertAsync(
        new SqlTable<Guid>("response_marks", new("tenant_id", SqlType.Uuid, _ => tenantId), new("conversation_id", SqlType.Uuid, id => id)),
        [.. _conversations],
        OnConflict.Fail,
        ct);
}
