using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>What appending writes.</summary>
internal static class InboxTables
{
    public static readonly SqlTable<RawEvent> RawEvents = new(
        "raw_events",
        new("tenant_id", SqlType.Uuid, r => r.TenantId),
        new("id", SqlType.Uuid, r => r.Id),
        new("channel_id", SqlType.Uuid, r => r.ChannelId),
        new("content_type", SqlType.Text, r => r.ContentType),
        new("body", SqlType.Bytes, r => r.Body),
        new("received_at", SqlType.Timestamp, r => r.ReceivedAt));

    public static readonly SqlTable<InboxItem> Items = new(
        "inbox",
        new("tenant_id", SqlType.Uuid, i => i.TenantId),
        new("class", SqlType.SmallInt, i => (short)i.Class),
        new("bucket", SqlType.SmallInt, i => i.Bucket),
        new("channel_id", SqlType.Uuid, i => i.ChannelId),
        new("raw_event_id", SqlType.Uuid, i => i.RawEventId),
        new("raw_index", SqlType.Integer, i => i.RawIndex),
        new("payload", SqlType.Text, i => i.Payload),
        new("received_at", SqlType.Timestamp, i => i.ReceivedAt),
        new("attempts", SqlType.Integer, i => i.Attempts),
        new("import_id", SqlType.Uuid, i => i.ImportId));

    public static readonly SqlTable<LaneKey> Lanes = new(
        "inbox_lanes",
        new("tenant_id", SqlType.Uuid, l => l.TenantId),
        new("class", SqlType.SmallInt, l => (short)l.Class),
        new("bucket", SqlType.SmallInt, l => l.Bucket),
        new("low_water", SqlType.BigInt, _ => 0L),
        new("served", SqlType.BigInt, _ => 0L));

    /// <summary>Appends in the order given, and lets no reader pass over what is not committed yet.</summary>
    public static async Task AppendAsync(SqlSession session, IReadOnlyList<InboxItem> items, CancellationToken ct)
    {
        if (items.Count > 0 && session.Dialect.AnnounceInboxIds is { } announce)
        {
            await session.ExecuteLaterAsync(announce, SqlParameters.None, ct);
        }

        await session.InsertAsync(Items, items, OnConflict.Fail, ct);
    }
}
