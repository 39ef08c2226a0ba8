using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>The columns that reckoning writes.</summary>
internal static class CourseTables
{
    public static SqlTable<Response> Responses { get; } = new(
        "responses",
        new("tenant_id", SqlType.Uuid, r => r.TenantId),
        new("interaction_id", SqlType.Uuid, r => r.InteractionId),
        new("conversation_id", SqlType.Uuid, r => r.ConversationId),
        new("channel_id", SqlType.Uuid, r => r.ChannelId),
        new("slot", SqlType.Integer, r => r.Slot),
        new("seconds", SqlType.BigInt, r => r.Seconds),
        new("at", SqlType.Timestamp, r => r.At),
        new("is_first", SqlType.Boolean, r => r.IsFirst));

    public static SqlTable<Resolution> Resolutions { get; } = new(
        "resolutions",
        new("tenant_id", SqlType.Uuid, r => r.TenantId),
        new("conversation_id", SqlType.Uuid, r => r.ConversationId),
        new("number", SqlType.Integer, r => r.Number),
        new("channel_id", SqlType.Uuid, r => r.ChannelId),
        new("slot", SqlType.Integer, r => r.Slot),
        new("since", SqlType.Timestamp, r => r.Since),
        new("at", SqlType.Timestamp, r => r.At),
        new("seconds", SqlType.BigInt, r => r.Seconds));

    public static SqlTable<ConversationSpan> Spans { get; } = new(
        "conversation_spans",
        new("tenant_id", SqlType.Uuid, s => s.TenantId),
        new("conversation_id", SqlType.Uuid, s => s.ConversationId),
        new("number", SqlType.Integer, s => s.Number),
        new("channel_id", SqlType.Uuid, s => s.ChannelId),
        new("ours", SqlType.Boolean, s => s.Ours),
        new("from_at", SqlType.Timestamp, s => s.FromAt),
        new("until_at", SqlType.Timestamp, s => s.UntilAt));

    public static SqlTable<KeyValuePair<OpenCell, int>> OpenDeltas(Guid tenantId) => new(
        "open_deltas",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("slot", SqlType.Integer, c => c.Key.Slot),
        new("channel_id", SqlType.Uuid, c => c.Key.ChannelId),
        new("ours", SqlType.Boolean, c => c.Key.Ours),
        new("conversations", SqlType.Integer, c => c.Value));
}
