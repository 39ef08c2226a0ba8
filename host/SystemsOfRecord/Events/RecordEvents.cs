using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Notes, beside what a command changes, what systems of record are to be told. The caller saves; both happen, or neither.</summary>
public sealed class RecordEvents(CrmDbContext db, RecordDirectory directory, TimeProvider time)
{
    public async Task ContactAsync(Guid customerId, CancellationToken ct) => await AddAsync(RecordEventKind.Contact, customerId, null, ct);

    public async Task ActivityAsync(Guid customerId, Guid interactionId, CancellationToken ct) =>
        await AddAsync(RecordEventKind.Activity, customerId, interactionId, ct);

    private async Task AddAsync(RecordEventKind kind, Guid customerId, Guid? interactionId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var system in await directory.ActiveAsync(db.TenantId, ct))
        {
            db.Add(new RecordDelivery
            {
                TenantId = db.TenantId,
                Id = OrderedId.Next(now),
                SystemId = system,
                CustomerId = customerId,
                Kind = kind,
                InteractionId = interactionId,
                DueAt = now.UtcDateTime,
                CreatedAt = now.UtcDateTime,
            });
        }
    }
}
