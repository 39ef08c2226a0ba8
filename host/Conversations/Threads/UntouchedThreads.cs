using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>
/// Open conversations to which nothing has happened but messages of the customer and what rules did: nobody has answered,
/// assigned, moved, prioritised, tagged, resolved, snoozed, set aside or noted anything, and no labels are awaited.
/// </summary>
public static class UntouchedThreads
{
    // A conversation of more is nothing that rules alone have seen.
    private const int MostMessages = 500;

    private static readonly string Untouched =
        $"""
        c.status = {(short)ConversationStatus.Open} AND c.awaits_routing IS NULL AND a.last_outbound_at IS NULL AND a.message_count <= {MostMessages}
        AND NOT EXISTS (SELECT 1 FROM conversation_events e WHERE e.tenant_id = c.tenant_id AND e.conversation_id = c.id AND e.kind <> {(short)ConversationEventKind.Rule})
        AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.tenant_id = c.tenant_id AND n.conversation_id = c.id)
        """;

    /// <summary>Some of them, in the order of their ids, after a given one.</summary>
    public static Task<List<ThreadRow>> PageAsync(SqlSession session, Guid tenantId, Guid after, int most, CancellationToken ct) => session.QueryAsync(
        $"""
        SELECT {ThreadRow.Columns} FROM conversations c
        JOIN conversation_activity a ON a.tenant_id = c.tenant_id AND a.conversation_id = c.id
        WHERE c.tenant_id = @tenant AND c.id > @after AND {Untouched} ORDER BY c.id LIMIT @most
        """,
        new() { ["tenant"] = tenantId, ["after"] = after, ["most"] = most },
        row => ThreadRow.Read(tenantId, row),
        ct);

    /// <summary>Those of them that are still so; asked once they are locked.</summary>
    public static async Task<HashSet<Guid>> StillAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. await session.QueryAsync(
            $"""
            SELECT c.id FROM conversations c JOIN conversation_activity a ON a.tenant_id = c.tenant_id AND a.conversation_id = c.id
            WHERE c.tenant_id = @tenant AND c.id {session.Dialect.AnyOf("@ids")} AND {Untouched}
            """,
            new() { ["tenant"] = tenantId, ["ids"] = ids.ToArray() },
            row => row.GetGuid(0),
            ct)];
}
