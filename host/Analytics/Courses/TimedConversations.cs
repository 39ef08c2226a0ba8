using System.Data.Common;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Analytics;

/// <summary>Lists the conversations behind the numbers about time.</summary>
internal sealed class TimedConversations(ICrmDatabase database, ConversationViews views, Caller caller, TimeProvider time)
{
    /// <summary>What ended in a period, what took longest first.</summary>
    public async Task<Page<TimedConversation>> LongestAsync(
        DurationKind kind, Guid? channel, Period period, int limit, Cursor? after, CancellationToken ct)
    {
        var parameters = Parameters(channel, limit, after);
        (parameters["first"], parameters["end"]) = (period.FirstSlot, period.EndSlot);
        var place = after is null ? "" : $" AND (seconds < @seconds OR (seconds = @seconds AND {kind.Id} > @id))";
        parameters["seconds"] = after is { } cursor ? (long)(cursor.Time - DateTime.UnixEpoch).TotalSeconds : null;
        return await ReadAsync(
            $"""
            SELECT {kind.Id}, conversation_id, at, seconds FROM {kind.Table}
            WHERE tenant_id = @tenant AND slot >= @first AND slot < @end{kind.And}{Of(channel)}{place} ORDER BY seconds DESC, {kind.Id} LIMIT @limit
            """,
            parameters,
            row => new Row(row.GetGuid(0), row.GetGuid(1), row.Time(2).AddSeconds(-row.GetInt64(3)), row.Time(2), Ours: true),
            limit,
            r => new Cursor(DateTime.UnixEpoch.AddSeconds((long)(r.Until!.Value - r.Since).TotalSeconds), r.Id),
            ct);
    }

    /// <summary>What was open at a time, the one that had been waiting longest first.</summary>
    public async Task<Page<TimedConversation>> OpenAsync(DateTime? at, bool? ours, Guid? channel, int limit, Cursor? after, CancellationToken ct)
    {
        var parameters = Parameters(channel, limit, after);
        var then = "until_at IS NULL";
        if (at is { } moment)
        {
            then = "from_at < @moment AND (until_at IS NULL OR until_at >= @moment)";
            parameters["moment"] = moment;
        }

        var place = after is null ? "" : " AND (from_at > @from OR (from_at = @from AND conversation_id > @id))";
        parameters["from"] = after is { } cursor ? cursor.Time : null;
        var side = ours is { } known ? $" AND {(known ? "" : "NOT ")}ours" : "";
        return await ReadAsync(
            $"""
            SELECT conversation_id, conversation_id, from_at, until_at, ours FROM conversation_spans
            WHERE tenant_id = @tenant AND {then}{side}{Of(channel)}{place} ORDER BY from_at, conversation_id LIMIT @limit
            """,
            parameters,
            row => new Row(row.GetGuid(0), row.GetGuid(1), row.Time(2), row.OptionalTime(3), row.GetBoolean(4)),
            limit,
            r => new Cursor(r.Since, r.Id),
            ct);
    }

    private SqlParameters Parameters(Guid? channel, int limit, Cursor? after) => new()
    {
        ["tenant"] = caller.TenantId,
        ["channel"] = channel,
        ["limit"] = limit + 1,
        ["id"] = after?.Id,
    };

    private static string Of(Guid? channel) => channel is null ? "" : " AND channel_id = @channel";

    private async Task<Page<TimedConversation>> ReadAsync(
        string sql, SqlParameters parameters, Func<DbDataReader, Row> read, int limit, Func<Row, Cursor> place, CancellationToken ct)
    {
        foreach (var unused in parameters.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            parameters.Remove(unused);
        }

        Page<Row> page;
        await using (var session = await database.ReadAsync(ct))
        {
            page = (await session.QueryAsync(sql, parameters, read, ct)).ToPage(limit, place);
        }

        var shown = await views.OfIdsAsync(page.Items.Select(r => r.ConversationId).ToHashSet(), ct);
        var now = time.GetUtcNow().UtcDateTime;
        return new Page<TimedConversation>(
            [.. page.Items.Where(r => shown.ContainsKey(r.ConversationId)).Select(r => new TimedConversation(
                shown[r.ConversationId], r.Since, r.Until, (long)((r.Until ?? now) - r.Since).TotalSeconds, r.Ours))],
            page.Next);
    }

    private sealed record Row(Guid Id, Guid ConversationId, DateTime Since, DateTime? Until, bool Ours);
}
