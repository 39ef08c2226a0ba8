using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>The columns that a batch writes.</summary>
internal static class RollupTables
{
    public static SqlTable<KeyValuePair<RollupCell, int>> Deltas(Guid tenantId) => new(
        "rollup_deltas",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("topic", SqlType.Text, c => c.Key.Topic),
        new("slot", SqlType.Integer, c => c.Key.Slot),
        new("channel_id", SqlType.Uuid, c => c.Key.ChannelId),
        new("direction", SqlType.SmallInt, c => c.Key.Direction),
        new("type", SqlType.SmallInt, c => c.Key.Type),
        new("sentiment", SqlType.SmallInt, c => c.Key.Sentiment),
        new("messages", SqlType.Integer, c => c.Value));
}
