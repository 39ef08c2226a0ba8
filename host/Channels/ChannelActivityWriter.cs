using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>Notes, in the transaction of a batch, when channels last had a message.</summary>
public static class ChannelActivityWriter
{
    public static async Task WriteAsync(
        SqlSession session, Guid tenantId, IReadOnlyCollection<(Guid ChannelId, DateTime At)> seen, CancellationToken ct)
    {
        // A row that another batch holds at this moment is passed over: it is being set to much the same time, and waiting
        // for it would put all batches of a busy channel in one line.
        var sql = $"""
            UPDATE channel_activity SET last_message_at = @at
            WHERE tenant_id = @tenant AND channel_id IN (
                SELECT channel_id FROM channel_activity
                WHERE tenant_id = @tenant AND channel_id = @channel AND (last_message_at IS NULL OR last_message_at < @at){session.Dialect.ForUpdateSkipLocked})
            """;
        foreach (var channel in seen.GroupBy(s => s.ChannelId))
        {
            await session.ExecuteLaterAsync(sql, new SqlParameters { ["at"] = channel.Max(s => s.At), ["tenant"] = tenantId, ["channel"] = channel.Key }, ct);
        }
    }
}
