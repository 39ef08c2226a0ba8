using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>Walks over the customers' messages of a tenant, newest first, for slices that try something on them before it is saved.</summary>
public sealed class MessageHistory(ICrmDatabase database)
{
    private const int PageSize = 2_000;
    private static readonly string Mine = $"tenant_id = @tenant AND direction = {(short)MessageDirection.Inbound} AND text IS NOT NULL";

    /// <summary>Up to so many messages, until the time is up or the caller stops.</summary>
    public async IAsyncEnumerable<PastMessage> NewestAsync(
        Guid tenantId, (DateTime At, Guid Id)? after, int most, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var last = after;
        for (var read = 0; read < most;)
        {
            var page = await PageAsync(session, tenantId, MessageSpan.All, last, Math.Min(PageSize, most - read), ct);
            foreach (var message in page)
            {
                yield return message;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (last, read) = ((page[^1].OccurredAt, page[^1].Id), read + page.Count);
        }
    }

    /// <summary>Those after a place, for who goes on another time.</summary>
    public async Task<List<PastMessage>> PageAsync(Guid tenantId, (DateTime At, Guid Id)? after, int most, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await PageAsync(session, tenantId, MessageSpan.All, after, most, ct);
    }

    /// <summary>The same within a part of history.</summary>
    public async Task<List<PastMessage>> PageAsync(Guid tenantId, MessageSpan span, (DateTime At, Guid Id)? after, int most, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await PageAsync(session, tenantId, span, after, most, ct);
    }

    /// <summary>How many there are.</summary>
    public Task<long> CountAsync(Guid tenantId, CancellationToken ct) => CountAsync(tenantId, MessageSpan.All, ct);

    /// <summary>How many there are in a part of history.</summary>
    public async Task<long> CountAsync(Guid tenantId, MessageSpan span, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var parameters = new SqlParameters { ["tenant"] = tenantId };
        return await session.ScalarAsync<long>($"SELECT count(*) FROM interactions WHERE {Mine}{span.Condition(session.Dialect, tenantId, parameters)}", parameters, ct);
    }

    /// <summary>All of the customers' messages in these conversations, in the order in which they were stored.</summary>
    public async Task<List<PastMessage>> OfConversationsAsync(Guid tenantId, IReadOnlyCollection<Guid> conversations, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await session.QueryAsync(
            $"SELECT {InteractionRow.Columns} FROM interactions WHERE {Mine} AND conversation_id {session.Dialect.AnyOf("@ids")} ORDER BY id",
            new() { ["tenant"] = tenantId, ["ids"] = conversations.ToArray() },
            row => Past(InteractionRow.Read(row)),
            ct);
    }

    /// <summary>Those messages of these conversations that are in a part of history.</summary>
    public async Task<HashSet<Guid>> WithinAsync(Guid tenantId, MessageSpan span, IReadOnlyCollection<Guid> conversations, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var parameters = new SqlParameters { ["tenant"] = tenantId, ["ids"] = conversations.ToArray() };
        return [.. await session.QueryAsync(
            $"SELECT id FROM interactions WHERE {Mine} AND conversation_id {session.Dialect.AnyOf("@ids")}{span.Condition(session.Dialect, tenantId, parameters)}",
            parameters, row => row.GetGuid(0), ct)];
    }

    private static Task<List<PastMessage>> PageAsync(SqlSession session, Guid tenantId, MessageSpan span, (DateTime At, Guid Id)? after, int most, CancellationToken ct)
    {
        var parameters = new SqlParameters { ["tenant"] = tenantId, ["most"] = most };
        var place = span.Condition(session.Dialect, tenantId, parameters);
        if (after is { } known)
        {
            // The first half lets the index find the place; the second leaves out what was read at the same time.
            (parameters["at"], parameters["id"]) = known;
            place += " AND occurred_at <= @at AND (occurred_at < @at OR id < @id)";
        }

        return session.QueryAsync(
            $"""
            SELECT {InteractionRow.Columns} FROM interactions
            WHERE {Mine}{place}
            ORDER BY occurred_at DESC, id DESC LIMIT @most
            """,
            parameters,
            row => Past(InteractionRow.Read(row)),
            ct);
    }

    private static PastMessage Past(InteractionRow row) => new(row.Id, row.ConversationId, row.ChannelId, row.OccurredAt, row.Text!)
    {
        IdentityId = row.IdentityId,
        Kind = row.Kind,
        IsPublic = row.IsPublic,
        Labels = row.Labels,
        ReceivedAt = row.ReceivedAt,
        Revision = row.Revision,
        IsAnswer = row.InReplyTo is not null,
    };
}
