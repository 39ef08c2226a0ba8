using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>
/// The systems of record's part of a batch: what they are to be told, with one statement. Where a tenant has no system there
/// is nothing to note and nothing to write.
/// </summary>
public sealed class RecordBatch(SqlSession session, Guid tenantId, IReadOnlyList<Guid> systems, TimeProvider time)
{
    private readonly List<RecordEvent> _events = [];
    private readonly HashSet<RecordEvent> _noted = [];

    public void Contact(Guid customerId) => Note(new RecordEvent(RecordEventKind.Contact, customerId, null));

    public void Activity(Guid customerId, Guid interactionId) => Note(new RecordEvent(RecordEventKind.Activity, customerId, interactionId));

    public async Task SaveAsync(CancellationToken ct)
    {
        if (_events.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var rows = _events.SelectMany(e => systems.Select(s => new DeliveryRow(OrderedId.Next(now), s, e))).ToList();
        await session.InsertAsync(DeliveryRow.Table(tenantId, now.UtcDateTime), rows, OnConflict.Fail, ct);
    }

    // What a batch does twice is told once: it is told as it is in the end.
    private void Note(RecordEvent what)
    {
        if (systems.Count > 0 && _noted.Add(what))
        {
            _events.Add(what);
        }
    }
}

/// <summary>Something that happened to a customer.</summary>
internal sealed record RecordEvent(RecordEventKind Kind, Guid CustomerId, Guid? InteractionId);
