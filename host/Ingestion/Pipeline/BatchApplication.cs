using SocialCrm.Host.Channels;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Applies the messages of some lanes inside one transaction. Each slice brings its part; this decides, message by message
/// in the order of the lane, whether it is new, an edit, a deletion, for another lane, or nothing new.
/// </summary>
internal sealed class BatchApplication(SqlSession session, Guid tenantId, Guid? defaultTeam, TimeProvider time)
{
    private readonly MessageRegistry _registry = new(session, tenantId, time.GetUtcNow().UtcDateTime);
    private readonly IdentityBatch _identities = new(session, tenantId, time);
    private readonly ThreadBatch _threads = new(session, tenantId, defaultTeam, time);
    private readonly InteractionBatch _interactions = new(session, tenantId);
    private readonly List<InboxItem> _rerouted = [];
    private readonly Dictionary<Guid, DateTime> _channelsSeen = [];

    public HashSet<Guid> Conversations { get; } = [];

    public HashSet<Guid> Customers { get; } = [];

    public async Task ApplyAsync(IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        await LoadAsync(messages, ct);
        foreach (var message in messages)
        {
            Apply(message);
        }

        await _identities.SaveAsync(ct);
        await _threads.SaveAsync(ct);
        await _interactions.SaveAsync(ct);
        await _registry.SaveAsync(ct);
        await InboxTables.AppendAsync(session, _rerouted, ct);
        await ChannelActivityWriter.WriteAsync(session, tenantId, [.. _channelsSeen.Select(c => (c.Key, c.Value))], ct);
    }

    private async Task LoadAsync(IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        await _registry.LoadAsync(messages, ct);
        var authors = messages.Where(m => m.Message.Author is not null && IsNew(m)).Select(m => m.Author).ToHashSet();
        await _identities.LoadAsync(authors, ct);
        var touched = messages.Select(m => _registry.Find(m.Key)).Where(k => k?.InteractionId is not null && !k.Tombstone)
            .Select(k => k!.InteractionId!.Value).ToHashSet();
        if (touched.Count > 0)
        {
            await _identities.LoadAsync(await InteractionBatch.IdentitiesAsync(session, tenantId, touched, ct), ct);
            await _interactions.LoadAsync(touched, ct);
        }

        var identities = authors.Select(_identities.Find).Where(i => i is not null).Select(i => i!.Id).ToHashSet();
        await _threads.LoadAsync(identities, messages.Select(m => m.Message.Thread).OfType<string>().ToHashSet(StringComparer.Ordinal), ct);
    }

    private bool IsNew(PendingMessage message) => _registry.Find(message.Key) is not { InteractionId: not null };

    private void Apply(PendingMessage message)
    {
        var known = _registry.Find(message.Key);
        if (known is not null && known.Bucket != KnownMessage.UnknownAuthor && known.Bucket != message.Lane.Bucket)
        {
            Reroute(message, known.Bucket);
            return;
        }

        _channelsSeen[message.ChannelId] = message.ReceivedAt;
        if (message.Message.Change == InboundChange.Deleted)
        {
            Delete(message, known);
        }
        else if (known?.InteractionId is { } id)
        {
            Revise(message, known, _interactions.Find(id));
        }
        else
        {
            Create(message, known);
        }
    }

    /// <summary>The event is about a message of another author's lane: only that lane may change what it owns.</summary>
    private void Reroute(PendingMessage message, short bucket) => _rerouted.Add(new InboxItem
    {
        TenantId = tenantId,
        Class = message.Lane.Class,
        Bucket = bucket,
        ChannelId = message.ChannelId,
        RawEventId = message.RawEventId,
        RawIndex = message.RawIndex,
        Payload = message.Payload,
        ReceivedAt = message.ReceivedAt,
        Attempts = message.Attempts,
    });

    private void Create(PendingMessage message, KnownMessage? known)
    {
        var entry = known ?? _registry.Add(message.Key);
        var author = message.Message.Author!;
        var identity = _identities.Resolve(message.Author, message.ChannelId, author, message.OccurredAt);
        var thread = _threads.Find(identity.Id, message.ChannelId, message.Message.Thread, message.Message.IsPublic, entry.Tombstone);
        var row = NewInteraction.From(message, identity.Id, thread.Id, OrderedId.Next(time.GetUtcNow()), entry.Tombstone);
        _interactions.Add(row);
        _threads.Receive(thread, row.Id, row.OccurredAt, entry.Tombstone);
        identity.Relationship.Apply(row.ToContact());
        (entry.InteractionId, entry.Revision, entry.Bucket, entry.Changed) = (row.Id, message.Message.Revision, message.Lane.Bucket, true);
        Touch(row);
    }

    private void Revise(PendingMessage message, KnownMessage known, InteractionRow? row)
    {
        if (known.Tombstone || message.Message.Revision <= known.Revision || row is null)
        {
            return;
        }

        var before = row.ToContact();
        _interactions.Revise(row, message.Message.Revision, message.Message.Text, message.Message.Url, message.Labels, message.OccurredAt);
        _identities.Get(row.IdentityId).Relationship.Revise(before, row.ToContact());
        (known.Revision, known.Changed) = (message.Message.Revision, true);
        Touch(row);
    }

    private void Delete(PendingMessage message, KnownMessage? known)
    {
        if (known?.Tombstone == true)
        {
            return;
        }

        var entry = known ?? _registry.Add(message.Key);
        (entry.Tombstone, entry.Changed) = (true, true);
        if (entry.InteractionId is { } id && _interactions.Find(id) is { } row)
        {
            _identities.Get(row.IdentityId).Relationship.Withdraw(row.ToContact());
            InteractionBatch.Delete(row, message.OccurredAt);
            Touch(row);
        }
    }

    private void Touch(InteractionRow row)
    {
        Conversations.Add(row.ConversationId);
        Customers.Add(_identities.Get(row.IdentityId).CustomerId);
    }
}
