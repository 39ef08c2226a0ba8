using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>An event for a system, as it is written with many others.</summary>
internal sealed record DeliveryRow(Guid Id, Guid SystemId, RecordEvent Event, bool OfAll = false)
{
    public static SqlTable<DeliveryRow> Table(Guid tenantId, DateTime now) => new(
        "record_deliveries",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("id", SqlType.Uuid, r => r.Id),
        new("system_id", SqlType.Uuid, r => r.SystemId),
        new("customer_id", SqlType.Uuid, r => r.Event.CustomerId),
        new("kind", SqlType.SmallInt, r => (short)r.Event.Kind),
        new("interaction_id", SqlType.Uuid, r => r.Event.InteractionId),
        new("of_all", SqlType.Boolean, r => r.OfAll),
        new("state", SqlType.SmallInt, _ => (short)RecordDeliveryState.Queued),
        new("attempts", SqlType.Integer, _ => 0),
        new("fence", SqlType.BigInt, _ => 0L),
        new("due_at", SqlType.Timestamp, _ => now),
        new("created_at", SqlType.Timestamp, _ => now));
}
