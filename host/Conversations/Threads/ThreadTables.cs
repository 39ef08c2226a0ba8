using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>The columns that a batch writes.</summary>
internal static class ThreadTables
{
    public static SqlTable<ThreadRow> Conversations(Guid tenantId) => new(
        "conversations",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("id", SqlType.Uuid, t => t.Id),
        new("channel_id", SqlType.Uuid, t => t.ChannelId),
        new("identity_id", SqlType.Uuid, t => t.IdentityId),
        new("thread_key", SqlType.Text, t => t.ThreadKey),
        new("status", SqlType.SmallInt, t => (short)t.Status),
        new("team_id", SqlType.Uuid, t => t.TeamId),
        new("assignee_id", SqlType.Uuid, t => t.AssigneeId),
        new("priority", SqlType.SmallInt, t => (short)t.Priority),
        new("tags", SqlType.TextArray, t => t.Tags),
        new("awaits_routing", SqlType.Uuid, t => t.AwaitsRouting),
        new("is_public", SqlType.Boolean, t => t.IsPublic),
        new("opened_at", SqlType.Timestamp, t => t.OpenedAt),
        new("resolved_at", SqlType.Timestamp, t => t.ResolvedAt),
        new("snoozed_until", SqlType.Timestamp, t => t.SnoozedUntil),
        new("status_before", SqlType.SmallInt, t => (short?)t.StatusBefore),
        new("version", SqlType.BigInt, t => t.Version + 1));

    public static SqlTable<ThreadRow> Status(Guid tenantId) => new(
        "conversations",
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("id", SqlType.Uuid, t => t.Id, IsKey: true),
        new("status", SqlType.SmallInt, t => (short)t.Status),
        new("resolved_at", SqlType.Timestamp, t => t.ResolvedAt),
        new("snoozed_until", SqlType.Timestamp, t => t.SnoozedUntil),
        new("status_before", SqlType.SmallInt, t => (short?)t.StatusBefore),
        new("version", SqlType.BigInt, t => t.Version + 1));

    public static SqlTable<ThreadRow> Routing(Guid tenantId) => new(
        "conversations",
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("id", SqlType.Uuid, t => t.Id, IsKey: true),
        new("team_id", SqlType.Uuid, t => t.TeamId),
        new("assignee_id", SqlType.Uuid, t => t.AssigneeId),
        new("priority", SqlType.SmallInt, t => (short)t.Priority),
        new("tags", SqlType.TextArray, t => t.Tags),
        new("awaits_routing", SqlType.Uuid, t => t.AwaitsRouting),
        new("version", SqlType.BigInt, t => t.Version + 1));

    public static SqlTable<ThreadRow> Activity(Guid tenantId) => new(
        "conversation_activity",
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("conversation_id", SqlType.Uuid, t => t.Id, IsKey: true),
        new("last_activity_at", SqlType.Timestamp, t => t.Activity.LastActivityAt),
        new("last_interaction_id", SqlType.Uuid, t => t.Activity.LastInteractionId),
        new("last_inbound_at", SqlType.Timestamp, t => t.Activity.LastInboundAt),
        new("last_inbound_id", SqlType.Uuid, t => t.Activity.LastInboundId),
        new("last_outbound_at", SqlType.Timestamp, t => t.Activity.LastOutboundAt),
        new("message_count", SqlType.Integer, t => t.Activity.MessageCount),
        new("status", SqlType.SmallInt, t => (short)t.Status));

    public static SqlTable<ThreadEvent> Events(Guid tenantId, DateTimeOffset now) => new(
        "conversation_events",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("id", SqlType.Uuid, _ => OrderedId.Next(now)), // What one message brought about stands in its order.
        new("conversation_id", SqlType.Uuid, e => e.Conversation),
        new("kind", SqlType.SmallInt, e => (short)e.Kind),
        new("from_value", SqlType.Text, e => e.From),
        new("to_value", SqlType.Text, e => e.To),
        new("at", SqlType.Timestamp, e => e.At ?? now.UtcDateTime));
}
