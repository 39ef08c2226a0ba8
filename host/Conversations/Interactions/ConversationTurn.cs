using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>Who wrote when in a conversation, for slices that reckon with it.</summary>
public sealed record ConversationTurn(Guid ConversationId, Guid Id, Guid ChannelId, MessageDirection Direction, DateTime At)
{
    /// <summary>The messages of these conversations that were not taken down, in the order of time.</summary>
    public static Task<List<ConversationTurn>> ReadAsync(
        SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> conversations, CancellationToken ct) => session.QueryAsync(
        $"""
        SELECT conversation_id, id, channel_id, direction, occurred_at FROM interactions
        WHERE tenant_id = @tenant AND conversation_id {session.Dialect.AnyOf("@ids")} AND deleted_at IS NULL
        ORDER BY occurred_at, id
        """,
        new() { ["tenant"] = tenantId, ["ids"] = conversations.ToArray() },
        row => new ConversationTurn(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), (MessageDirection)row.GetInt16(3), row.Time(4)),
        ct);
}
