using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Reads and writes the entries that decide what is new, for one batch.</summary>
internal sealed class MessageRegistry(SqlSession session, Guid tenantId, DateTime now)
{
    private readonly Dictionary<MessageKey, KnownMessage> _entries = [];

    /// <summary>Loads what is known of the messages, and of those that our own among them answer.</summary>
    public async Task LoadAsync(IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        var keys = messages.Select(m => m.Key).Concat(messages.Select(m => m.AnsweredKey).OfType<MessageKey>()).ToHashSet();
        var found = await session.QueryAsync(
            $"""
            SELECT channel_id, external_id, interaction_id, revision, tombstone, bucket FROM message_registry
            WHERE tenant_id = @tenant AND channel_id {session.Dialect.AnyOf("@channels")} AND external_id {session.Dialect.AnyOf("@ids")}
            """,
            new()
            {
                ["tenant"] = tenantId,
                ["channels"] = keys.Select(k => k.ChannelId).Distinct().ToArray(),
                ["ids"] = keys.Select(k => k.ExternalId).ToArray(),
            },
            row => new KnownMessage
            {
                Key = new MessageKey(row.GetGuid(0), row.GetString(1)),
                InteractionId = row.Id(2),
                Revision = row.GetInt64(3),
                Tombstone = row.GetBoolean(4),
                Bucket = row.GetInt16(5),
            },
            ct);
        found.ForEach(entry => _entries[entry.Key] = entry);
    }

    public KnownMessage? Find(MessageKey key) => _entries.GetValueOrDefault(key);

    public KnownMessage Add(MessageKey key)
    {
        var entry = new KnownMessage { Key = key, IsNew = true, Changed = true };
        _entries.Add(key, entry);
        return entry;
    }

    /// <summary>
    /// Writes the entries in one order. An entry that another lane made meanwhile (a deletion without an author races its
    /// original) makes this fail on its key, and the batch starts again from what that lane wrote.
    /// </summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        var changed = _entries.Values.Where(e => e.Changed)
            .OrderBy(e => e.Key.ChannelId).ThenBy(e => e.Key.ExternalId, StringComparer.Ordinal).ToList();
        await session.InsertAsync(Table(), changed.FindAll(e => e.IsNew), OnConflict.Fail, ct);
        await session.UpdateAsync(Table(), changed.FindAll(e => !e.IsNew), ct);
    }

    private SqlTable<KnownMessage> Table() => new(
        "message_registry",
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("channel_id", SqlType.Uuid, e => e.Key.ChannelId, IsKey: true),
        new("external_id", SqlType.Text, e => e.Key.ExternalId, IsKey: true),
        new("interaction_id", SqlType.Uuid, e => e.InteractionId),
        new("revision", SqlType.BigInt, e => e.Revision),
        new("tombstone", SqlType.Boolean, e => e.Tombstone),
        new("bucket", SqlType.SmallInt, e => e.Bucket),
        new("seen_at", SqlType.Timestamp, _ => now));
}
