using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>Mails what people want to know at once and have not read meanwhile.</summary>
internal sealed class MailAtOnce(ICrmDatabase database, NotificationMails mails, IOptions<NotificationsOptions> options, TimeProvider time)
{
    private const int AtATime = 200;

    private static readonly string Due = $"FROM notifications WHERE mail = {(short)MailTiming.AtOnce} AND since <= @before";

    /// <summary>True when there may be more.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime.AddSeconds(-options.Value.MailAfterSeconds);
        await using (var look = await database.ReadAsync(ct))
        {
            if (await look.ScalarAsync<long>($"SELECT count(*) {Due}", new() { ["before"] = before }, ct) == 0)
            {
                return false;
            }
        }

        await using var session = await database.WriteAsync(ct);
        var rows = await session.QueryAsync(
            $"SELECT {NotificationRow.Columns} {Due} ORDER BY since LIMIT {AtATime}{session.Dialect.ForUpdateSkipLocked}", new() { ["before"] = before }, NotificationRow.Read, ct);
        await mails.WriteAsync(session, rows, daily: false, ct);
        await session.CommitAsync(ct);
        return rows.Count == AtATime;
    }
}
