using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Engagement;

/// <summary>How the sending of messages stands, for slices that show them.</summary>
public sealed class Deliveries(CrmDbContext db)
{
    /// <summary>By the id of the message; what was not sent from here (an echo, imported history) has none.</summary>
    public async Task<Dictionary<Guid, DeliveryView>> OfAsync(IReadOnlyCollection<Guid> interactionIds, CancellationToken ct)
    {
        if (interactionIds.Count == 0)
        {
            return [];
        }

        var items = await db.Set<OutboxItem>().AsNoTracking().Where(o => interactionIds.Contains(o.InteractionId))
            .Select(o => new { o.InteractionId, o.State, o.Reason, o.Attempts, o.DueAt, o.SentAt }).ToListAsync(ct);
        return items.ToDictionary(
            o => o.InteractionId,
            o => new DeliveryView(State(o.State), o.Reason, o.Attempts, o.State == OutboxState.Queued ? o.DueAt : null, o.SentAt));
    }

    private static DeliveryState State(OutboxState state) => state switch
    {
        OutboxState.Queued or OutboxState.Sending => DeliveryState.Queued,
        OutboxState.Sent => DeliveryState.Sent,
        OutboxState.Failed => DeliveryState.Failed,
        OutboxState.Unknown => DeliveryState.Unknown,
    };
}
