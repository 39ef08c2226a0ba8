namespace SocialCrm.Host.Notifications;

/// <summary>Mails and forgets notifications, a little behind what happens.</summary>
internal sealed class NotificationUpkeep(
    MailAtOnce atOnce, DailyMail daily, OldNotifications old, NotificationMails mails, TimeProvider time, ILogger<NotificationUpkeep> log) : BackgroundService
{
    private const int SecondsBetweenDigests = 20;
    private const int SecondsBetweenSweeps = 3_600;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        for (var second = 0; await timer.WaitForNextTickAsync(stoppingToken); second = (second + 1) % SecondsBetweenSweeps)
        {
            try
            {
                await RunAsync(second, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.UpkeepFailed(error);
            }
        }
    }

    private async Task RunAsync(int second, CancellationToken ct)
    {
        if (second == 0)
        {
            await old.ForgetAsync(ct);
        }

        while (mails.CanMail && await atOnce.RunAsync(ct))
        {
            // A backlog is worked off without resting.
        }

        if (mails.CanMail && second % SecondsBetweenDigests == 0)
        {
            await daily.RunAsync(ct);
        }
    }
}
