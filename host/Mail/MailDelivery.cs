using System.Security.Cryptography;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Mail;

/// <summary>Hands queued e-mails to the mail server, and tries again for a day while that is down.</summary>
internal sealed class MailDelivery(ICrmDatabase database, MailBox box, SmtpSender sender, TimeProvider time, ILogger<MailDelivery> log) : BackgroundService
{
    private const int AtATime = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private DateTimeOffset _sweepAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
                while (box.IsSet && !stoppingToken.IsCancellationRequested && await TurnAsync(stoppingToken))
                {
                    // A backlog is worked off without resting.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.DeliveryFailed(error);
            }
        }
    }

    private async Task<bool> TurnAsync(CancellationToken ct)
    {
        var due = await MailClaim.TakeAsync(database, AtATime, ct);
        await Task.WhenAll(due.Select(SendAsync));
        return due.Count > 0;
    }

    private async Task SendAsync(MailClaim mail)
    {
        var outcome = await AttemptAsync(mail);
        if (!outcome.Delivered)
        {
            log.NotSent(mail.Id, mail.Attempts, outcome.Reason);
        }

        await mail.SettleAsync(database, outcome);
    }

    private async Task<MailOutcome> AttemptAsync(MailClaim mail)
    {
        try
        {
            return await sender.SendAsync(mail.Id, mail.Address, mail.Subject, box.Read(mail.Content));
        }
        catch (CryptographicException)
        {
            return new MailOutcome(false, true, "The server's keys are not those that the mail was written with.");
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        if (time.GetUtcNow() < _sweepAt)
        {
            return;
        }

        _sweepAt = time.GetUtcNow() + BetweenSweeps;
        await using var session = await database.WriteAsync(ct);
        await session.ExecuteAsync(
            $"DELETE FROM mails WHERE state IN ({(short)MailState.Sent}, {(short)MailState.Failed}) AND created_at < @before",
            new() { ["before"] = (time.GetUtcNow() - Kept).UtcDateTime },
            ct);
        await session.CommitAsync(ct);
    }
}
