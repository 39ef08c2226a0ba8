using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Engagement;

/// <summary>Writes the outcome of an attempt, together with what it means for the conversation and the relationship.</summary>
internal sealed class DeliveryRecord(
    IServiceScopeFactory scopes, ICrmDatabase database, WorkspaceFeed feed, OutboxSignal signal, TimeProvider time, ILogger<DeliveryRecord> log)
{
    private const int Tries = 5;
    private const int LongestReason = 1000;

    public async Task WriteAsync(OutboxClaim claim, SendResult result)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SaveAsync(claim, result);
                break;
            }
            catch (Exception error) when (attempt < Tries && (error is DbUpdateException || database.IsTransient(error)))
            {
                // The pipeline or a colleague changed the same conversation: look again and write again.
                log.RecordRetried(error, claim.InteractionId);
            }
        }

        signal.Raise();
        await feed.PublishAsync(new WorkspaceChange(claim.TenantId, "reply", [claim.TargetId], []), CancellationToken.None);
    }

    private async Task SaveAsync(OutboxClaim claim, SendResult result)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = claim.TenantId;
        var item = await db.Set<OutboxItem>().SingleAsync(o => o.Id == claim.Id);
        if (item.Fence != claim.Fence)
        {
            // The lease had ended and another node took over: its word counts.
            log.LeaseLost(claim.InteractionId);
            return;
        }

        var messages = scope.ServiceProvider.GetRequiredService<OutboundMessages>();
        await ApplyAsync(db, item, result, messages);
        await scope.ServiceProvider.GetRequiredService<Notices>().SaveAsync(await NoticesAsync(item, messages), CancellationToken.None);
    }

    /// <summary>Who wrote a reply that did not arrive should know before the customer asks.</summary>
    private static async Task<IReadOnlyCollection<Notice>> NoticesAsync(OutboxItem item, OutboundMessages messages) =>
        item.State is OutboxState.Failed or OutboxState.Unknown && (await messages.FindAsync(item.InteractionId, CancellationToken.None)).AuthorId is { } author
            ? [new Notice(NotificationKind.ReplyFailed, item.TargetId, [author]) { About = item.Reason ?? "" }]
            : [];

    private async Task ApplyAsync(CrmDbContext db, OutboxItem item, SendResult result, OutboundMessages messages)
    {
        var now = time.GetUtcNow().UtcDateTime;
        item.LeasedUntil = null;
        item.Reason = result.Reason is { Length: > LongestReason } reason ? reason[..LongestReason] : result.Reason;
        switch (result.Status)
        {
            case SendStatus.Delivered:
                (item.State, item.SentAt) = (OutboxState.Sent, now);
                var contact = await messages.SentAsync(item.InteractionId, result.ExternalId);
                await SentRegistry.NoteAsync(db, item.TenantId, item.ChannelId, item.InteractionId, result.ExternalId, now);
                await Relationships.ChangeAsync(db, contact.IdentityId, r => r.Apply(contact.Contact), CancellationToken.None);
                break;
            case SendStatus.Retry when item.Attempts < Backoff.MostAttempts:
                (item.State, item.DueAt) = (OutboxState.Queued, now + Backoff.After(item.Attempts, result.RetryAfter, Random.Shared.NextDouble()));
                break;
            case SendStatus.Unknown:
                item.State = OutboxState.Unknown;
                await messages.NotSentAsync(item.InteractionId, item.Reason);
                break;
            default:
                item.State = OutboxState.Failed;
                await messages.NotSentAsync(item.InteractionId, item.Reason);
                break;
        }
    }
}
