using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>Something other than a message that changed whose turn it was.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="At">When.</param>
/// <param name="To">Whose turn it was then.</param>
/// <param name="ByHand">True when somebody said so; false when it followed from what happened.</param>
public sealed record ConversationStep(Guid ConversationId, DateTime At, ConversationStatus To, bool ByHand)
{
    private static readonly ConversationEventKind[] Turning =
    [
        ConversationEventKind.Reopened, ConversationEventKind.Status, ConversationEventKind.ReplyFailed, ConversationEventKind.Snoozed,
        ConversationEventKind.Woken, ConversationEventKind.SetAside, ConversationEventKind.Returned, ConversationEventKind.Undone,
    ];

    private static readonly string Kinds = string.Join(", ", Turning.Select(k => (short)k));

    internal static async Task<List<ConversationStep>> ReadAsync(SqlSession session, SqlParameters some, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT conversation_id, at, kind, to_value FROM conversation_events
            WHERE tenant_id = @tenant AND conversation_id {session.Dialect.AnyOf("@ids")} AND kind IN ({Kinds}) ORDER BY at, id
            """,
            some,
            row => (Id: row.GetGuid(0), At: row.Time(1), Kind: (ConversationEventKind)row.GetInt16(2), To: row.Text(3)),
            ct);
        return [.. rows.Select(r => Of(r.Id, r.At, r.Kind, r.To)).OfType<ConversationStep>()];
    }

    private static ConversationStep? Of(Guid id, DateTime at, ConversationEventKind kind, string? to) => kind switch
    {
        ConversationEventKind.Status or ConversationEventKind.Undone => Said(id, at, to, byHand: true),
        ConversationEventKind.Returned => Said(id, at, to, byHand: false),
        ConversationEventKind.SetAside => new(id, at, ConversationStatus.Spam, ByHand: false),
        ConversationEventKind.Snoozed => new(id, at, ConversationStatus.Snoozed, ByHand: false),

        // A reply that did not leave, a message that reopened, a time that came: it is our turn.
        _ => new(id, at, ConversationStatus.Open, ByHand: false),
    };

    private static ConversationStep? Said(Guid id, DateTime at, string? to, bool byHand) =>
        Enum.TryParse<ConversationStatus>(to, ignoreCase: true, out var status) ? new(id, at, status, byHand) : null;
}
