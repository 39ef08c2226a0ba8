using SocialCrm.Host.Analytics;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Applies the messages of some lanes inside one transaction. Each slice brings its part; this decides, message by message
/// in the order of the lane, whether it is new, an edit, a deletion, for another lane, or nothing new.
/// </summary>
internal sealed class BatchApplication(SqlSession session, Guid tenantId, BatchSurroundings around, TimeProvider time)
{
    private readonly MessageRegistry _registry = new(session, tenantId, time.GetUtcNow().UtcDateTime);
    private readonly IdentityBatch _identities = new(session, tenantId, time);
    private readonly ThreadBatch _threads = new(session, tenantId, around.DefaultTeam, time);
    private readonly RoutingBatch _routing = new(session, tenantId);
    private readonly InteractionBatch _interactions = new(session, tenantId);
    private readonly AttachmentBatch _attachments = new(session, tenantId, time);
    private readonly RollupBatch _rollups = new(session, tenantId);
    private readonly ResponseMarks _responses = new(session, tenantId);
    private readonly AnswerBatch _answers = new(session, tenantId);
    private readonly RecordBatch _records = new(session, tenantId, around.SystemsOfRecord, time);
    private readonly ImportTally _tally = new(session, tenantId, time);
    private readonly List<InboxItem> _rerouted = [];
    private readonly Dictionary<Guid, DateTime> _channelsSeen = [];

    public HashSet<Guid> Conversations { get; } = [];

    public HashSet<Guid> Customers { get; } = [];

    /// <summary>True when files are to be fetched once this is committed.</summary>
    public bool HasFiles => _attachments.HasFiles;

    /// <summary>What was moved to the lane of another author.</summary>
    public IReadOnlyList<InboxItem> Rerouted => _rerouted;

    /// <summary>Those who have a notification.</summary>
    public IReadOnlyList<Guid> Notified { get; private set; } = [];

    public async Task ApplyAsync(IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        await LoadAsync(messages, ct);
        foreach (var message in messages)
        {
            Apply(message);
        }

        await _identities.SaveAsync(ct);
        await _routing.RunAsync(ct);
        await _threads.SaveAsync(ct);
        await _interactions.SaveAsync(ct);
        await _attachments.SaveAsync(ct);
        await _rollups.SaveAsync(ct);
        _responses.Mark(_threads.Turned);
        await _responses.SaveAsync(ct);
        await _registry.SaveAsync(ct);
        await _answers.SaveAsync(_interactions, ct);
        await _records.SaveAsync(ct);
        await _tally.SaveAsync(ct);
        await RerouteAsync(ct);
        await ChannelActivityWriter.WriteAsync(session, tenantId, [.. _channelsSeen.Select(c => (c.Key, c.Value))], ct);
        Notified = await NoticeWriter.WriteAsync(session, tenantId, _routing.Notices, time, ct);
    }

    private async Task LoadAsync(IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        await _registry.LoadAsync(messages, ct);
        var authors = messages.Where(m => m.Message.Author is not null && !m.IsOutbound && IsNew(m)).Select(m => m.Author).ToHashSet();
        await _identities.LoadAsync(authors, ct);
        var touched = messages.Select(m => _registry.Find(m.Key)).Where(k => k?.InteractionId is not null && !k.Tombstone)
            .Select(k => k!.InteractionId!.Value).ToHashSet();
        var answered = await _answers.LoadAsync(messages.Where(m => m.IsOutbound && IsNew(m)).ToList(), _registry, ct);
        var places = touched.Count > 0 ? await InteractionBatch.PlacesAsync(session, tenantId, touched, ct) : [];
        await _identities.LoadAsync([.. places.Concat(answered).Select(p => p.IdentityId)], ct);
        if (touched.Count > 0)
        {
            await _interactions.LoadAsync(touched, ct);
        }

        await LoadThreadsAsync(messages, authors, answered, ct);
    }

    private Task LoadThreadsAsync(
        IReadOnlyList<PendingMessage> messages, HashSet<AuthorKey> authors, IReadOnlyList<MessagePlace> answered, CancellationToken ct)
    {
        var identities = authors.Select(_identities.Find).Where(i => i is not null).Select(i => i!.Id).Concat(answered.Select(a => a.IdentityId)).ToHashSet();
        var threads = messages.Select(m => m.Message.Thread).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var withHistory = messages.Any(m => m.SettledBefore is not null && m.Message.Thread is null);
        return identities.Count == 0 ? Task.CompletedTask
            : _threads.LoadAsync(identities, threads, [.. answered.Select(a => a.ConversationId)], withHistory, ct);
    }

    private bool IsNew(PendingMessage message) => _registry.Find(message.Key) is not { InteractionId: not null };

    private void Apply(PendingMessage message)
    {
        var known = _registry.Find(message.Key);
        if (known is { Bucket: not KnownMessage.UnknownAuthor } && LaneKey.InScope(message.Scope, known.Bucket) is var bucket && bucket != message.Lane.Bucket)
        {
            Reroute(message, bucket);
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
        else if (message.IsOutbound)
        {
            Answer(message, known);
        }
        else
        {
            Create(message, known);
        }
    }

    private async Task RerouteAsync(CancellationToken ct)
    {
        var lanes = _rerouted.Select(i => new LaneKey(i.TenantId, i.Class, i.Bucket)).Distinct().OrderBy(l => l.Class).ThenBy(l => l.Bucket).ToList();
        await session.InsertAsync(InboxTables.Lanes, lanes, OnConflict.Skip, ct);
        await InboxTables.AppendAsync(session, _rerouted, ct);
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
        ImportId = message.ImportId,
    });

    private void Create(PendingMessage message, KnownMessage? known)
    {
        var entry = known ?? _registry.Add(message.Key);
        var author = message.Message.Author!;
        var identity = _identities.Resolve(message.Author, message.ChannelId, author, message.OccurredAt);
        message.ComesAfter(identity.Relationship.LastContactAt);
        var arrival = message.ToArrival(identity.Id, entry.Tombstone) with { Blocked = identity.IsBlocked };
        var thread = _threads.Find(arrival);
        if (message.ImportId is null && (identity.IsNew || identity.ContactChanged))
        {
            _records.Contact(identity.CustomerId);
        }

        var row = Store(message, entry, thread);
        if (thread.Activity.LastOutboundAt is not null || arrival.At < thread.Activity.LastActivityAt)
        {
            _responses.Mark(thread.Id);
        }

        _threads.Receive(thread, row.Id, arrival);
        _routing.Add(
            thread, entry.Tombstone || arrival.IsSettled || arrival.Blocked ? null : message.Rules, row.Labels.Pending ? row.Id : null, arrival.IsHistory);
        if (arrival.IsSettled)
        {
            identity.Relationship.Settle(thread.Id, arrival.At);
        }

        identity.Relationship.Apply(row.ToContact());
    }

    /// <summary>A message of our own that was not sent from here goes to the conversation that it answers.</summary>
    private void Answer(PendingMessage message, KnownMessage? known)
    {
        if (_answers.Find(message, _registry, _interactions, _threads) is not { } thread)
        {
            _tally.Park(message);
            return;
        }

        var identity = _identities.Get(thread.IdentityId);
        var bucket = LaneKey.BucketOf(identity.Key.Scope, identity.Key.ExternalId);
        if (bucket != message.Lane.Bucket)
        {
            Reroute(message, bucket);
            return;
        }

        var entry = known ?? _registry.Add(message.Key);
        if (_answers.Recognise(message, thread) is { } sent)
        {
            (entry.InteractionId, entry.Revision, entry.Bucket, entry.Changed) = (sent, message.Message.Revision, bucket, true);
            return;
        }

        var row = Store(message, entry, thread);
        _responses.Mark(thread.Id);
        _threads.Answer(thread, row.Id, row.OccurredAt, row.OccurredAt < message.SettledBefore);
        identity.Relationship.Apply(row.ToContact());
    }

    private InteractionRow Store(PendingMessage message, KnownMessage entry, ThreadRow thread)
    {
        var id = message.ImportId is null ? OrderedId.Next(time.GetUtcNow()) : OrderedId.At(message.OccurredAt, message.RawIndex);
        var row = NewInteraction.From(message, thread, id, entry.Tombstone);
        row.AttachmentCount = entry.Tombstone ? (short)0 : _attachments.Add(row.Id, row.ConversationId, message.Message.Attachments);
        _interactions.Add(row);
        _rollups.Add(row);
        (entry.InteractionId, entry.Revision, entry.Bucket, entry.Changed) = (row.Id, message.Message.Revision, message.Lane.Bucket, true);
        _tally.Accept(message);
        Touch(row, message);
        return row;
    }

    private void Revise(PendingMessage message, KnownMessage known, InteractionRow? row)
    {
        if (known.Tombstone || message.Message.Revision <= known.Revision || row is null)
        {
            _tally.Repeat(message);
            return;
        }

        var before = row.ToContact();
        _rollups.Withdraw(row);
        _interactions.Revise(row, message.Message.Revision, message.Message.Text, message.Message.Url, message.Labels, message.OccurredAt);
        if (message.Message.Attachments is { } files)
        {
            row.AttachmentCount = _attachments.Replace(row.Id, row.ConversationId, row.AttachmentCount, files);
        }

        _rollups.Add(row);
        _identities.Get(row.IdentityId).Relationship.Revise(before, row.ToContact());
        (known.Revision, known.Changed) = (message.Message.Revision, true);
        Touch(row, message);
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
            _rollups.Withdraw(row);
            _responses.Mark(row.ConversationId);
            row.AttachmentCount = _attachments.Replace(row.Id, row.ConversationId, row.AttachmentCount, []);
            InteractionBatch.Delete(row, message.OccurredAt);
            Touch(row, message);
        }
    }

    private void Touch(InteractionRow row, PendingMessage message)
    {
        var customer = _identities.Get(row.IdentityId).CustomerId;
        Conversations.Add(row.ConversationId);
        Customers.Add(customer);

        // History is no news: years of it would keep what happens now from getting through.
        if (message.ImportId is null)
        {
            _records.Activity(customer, row.Id);
        }
    }
}
