using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>Forgets what has been kept for long enough.</summary>
internal sealed class OldNotifications(ICrmDatabase database, NotificationMails mails, IOptions<NotificationsOptions> options, TimeProvider time)
{
    public async Task ForgetAsync(CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        await session.ExecuteAsync(
            "DELETE FROM notifications WHERE at < @before", new() { ["before"] = time.GetUtcNow().AddDays(-options.Value.KeepDays).UtcDateTime }, ct);
        if (!mails.CanMail)
        {
            // Nobody wants last month's news by e-mail on the day that a mail server is set.
            await session.ExecuteAsync($"UPDATE notifications SET mail = {(short)MailTiming.Off} WHERE mail <> 0", SqlParameters.None, ct);
        }

        await session.CommitAsync(ct);
    }
}
