using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>What is stored of a conversation's course, for slices that reckon with it.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="Status">How it stands now.</param>
/// <param name="OpenedAt">When it was first seen here.</param>
/// <param name="ResolvedAt">When it was resolved, as far as it is.</param>
public sealed record ConversationPast(Guid Id, Guid ChannelId, ConversationStatus Status, DateTime OpenedAt, DateTime? ResolvedAt)
{
    /// <summary>Its messages that were not taken down, in the order of time.</summary>
    public IReadOnlyList<ConversationTurn> Turns { get; init; } = [];

    /// <summary>What else changed whose turn it was, in the order of time.</summary>
    public IReadOnlyList<ConversationStep> Steps { get; init; } = [];

    public static async Task<List<ConversationPast>> ReadAsync(
        SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> conversations, CancellationToken ct)
    {
        SqlParameters some = new() { ["tenant"] = tenantId, ["ids"] = conversations.ToArray() };
        var rows = await session.QueryAsync(
            $"SELECT id, channel_id, status, opened_at, resolved_at FROM conversations WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")}",
            some,
            row => new ConversationPast(row.GetGuid(0), row.GetGuid(1), (ConversationStatus)row.GetInt16(2), row.Time(3), row.OptionalTime(4)),
            ct);
        var turns = (await ConversationTurn.ReadAsync(session, tenantId, conversations, ct)).ToLookup(t => t.ConversationId);
        var steps = (await ConversationStep.ReadAsync(session, some, ct)).ToLookup(s => s.ConversationId);
        return rows.ConvertAll(c => c with { Turns = [.. turns[c.Id]], Steps = [.. steps[c.Id]] });
    }
}
