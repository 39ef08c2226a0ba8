using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>
/// Reckons the course of marked conversations again from all that is stored of them, and appends by how much the number of
/// open conversations was other than counted until now.
/// </summary>
internal sealed class Reckoning(ICrmDatabase database, TimeProvider time)
{
    private const int Most = 500;

    private readonly QueueHead _head = new(time);

    /// <summary>True when more may wait.</summary>
    public async Task<bool> ReckonAsync(CancellationToken ct)
    {
        var from = new SqlParameters { ["from"] = _head.Next() };
        if (!await AnyAsync(from, ct))
        {
            return false;
        }

        await using var session = await database.WriteAsync(ct);

        // So that no node writes what it read before another did.
        if (session.Dialect.Alone("reckoning") is { } alone)
        {
            await session.ExecuteLaterAsync(alone, SqlParameters.None, ct);
        }

        var marks = await session.QueryAsync(
            $"SELECT id, tenant_id, conversation_id FROM response_marks WHERE id >= @from ORDER BY id LIMIT {Most}",
            from, row => (Id: row.GetInt64(0), Tenant: row.GetGuid(1), Conversation: row.GetGuid(2)), ct);
        if (marks.Count > 0)
        {
            _head.Found(marks[0].Id);
        }

        foreach (var tenant in marks.GroupBy(m => m.Tenant, m => m.Conversation))
        {
            await ReckonAsync(session, tenant.Key, [.. tenant.Distinct()], ct);
        }

        await session.ExecuteAsync(
            $"DELETE FROM response_marks WHERE id {session.Dialect.AnyOf("@ids")}", new() { ["ids"] = marks.Select(m => m.Id).ToArray() }, ct);
        await session.CommitAsync(ct);
        return marks.Count == Most;
    }

    // Looking takes no writer's place: an idle server does not write each second.
    private async Task<bool> AnyAsync(SqlParameters from, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return (await session.QueryAsync("SELECT 1 FROM response_marks WHERE id >= @from ORDER BY id LIMIT 1", from, row => row.GetInt32(0), ct)).Count > 0;
    }

    private static async Task ReckonAsync(SqlSession session, Guid tenantId, Guid[] conversations, CancellationToken ct)
    {
        SqlParameters some = new() { ["tenant"] = tenantId, ["ids"] = conversations };
        var courses = (await ConversationPast.ReadAsync(session, tenantId, conversations, ct)).ConvertAll(past => ConversationCourse.Of(tenantId, past));
        var before = await SpansAsync(session, tenantId, some, ct);
        foreach (var table in (string[])["responses", "resolutions", "conversation_spans"])
        {
            await session.ExecuteLaterAsync($"DELETE FROM {table} WHERE tenant_id = @tenant AND conversation_id {session.Dialect.AnyOf("@ids")}", some, ct);
        }

        var spans = courses.SelectMany(c => c.Spans).ToList();
        await session.InsertAsync(CourseTables.Responses, courses.SelectMany(c => c.Responses).ToList(), OnConflict.Fail, ct);
        await session.InsertAsync(CourseTables.Resolutions, courses.SelectMany(c => c.Resolutions).ToList(), OnConflict.Fail, ct);
        await session.InsertAsync(CourseTables.Spans, spans, OnConflict.Fail, ct);
        await session.InsertAsync(CourseTables.OpenDeltas(tenantId), Changes(before, spans), OnConflict.Fail, ct);
    }

    private static List<KeyValuePair<OpenCell, int>> Changes(List<ConversationSpan> before, List<ConversationSpan> now) =>
        [.. now.SelectMany(s => s.Changes()).Concat(before.SelectMany(s => s.Changes()).Select(c => (c.Cell, Change: -c.Change)))
            .GroupBy(c => c.Cell, c => c.Change).Select(g => KeyValuePair.Create(g.Key, g.Sum())).Where(c => c.Value != 0)];

    private static Task<List<ConversationSpan>> SpansAsync(SqlSession session, Guid tenantId, SqlParameters some, CancellationToken ct) => session.QueryAsync(
        $"""
        SELECT conversation_id, number, channel_id, ours, from_at, until_at FROM conversation_spans
        WHERE tenant_id = @tenant AND conversation_id {session.Dialect.AnyOf("@ids")}
        """,
        some,
        row => new ConversationSpan
        {
            TenantId = tenantId,
            ConversationId = row.GetGuid(0),
            Number = row.GetInt32(1),
            ChannelId = row.GetGuid(2),
            Ours = row.GetBoolean(3),
            FromAt = row.Time(4),
            UntilAt = row.OptionalTime(5),
        },
        ct);
}
