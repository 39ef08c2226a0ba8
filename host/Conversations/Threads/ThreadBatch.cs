using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>The conversations' part of a batch: finds the thread that a message belongs to, opens and reopens, counts.</summary>
public sealed class ThreadBatch(SqlSession session, Guid tenantId, Guid? defaultTeam, TimeProvider time)
{
    private readonly Dictionary<Guid, ThreadRow> _threads = [];
    private readonly Dictionary<Guid, List<ThreadRow>> _byIdentity = [];
    private readonly Dictionary<(Guid Channel, string Thread), List<ThreadRow>> _byThread = [];
    private readonly List<ThreadEvent> _events = [];

    /// <summary>Locks and loads the conversations that messages of these identities could belong to.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Guid> identityIds, IReadOnlyCollection<string> threadKeys, IReadOnlyCollection<Guid> answered, bool withHistory, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT {ThreadRow.Columns} FROM conversations c
            JOIN conversation_activity a ON a.tenant_id = c.tenant_id AND a.conversation_id = c.id
            WHERE c.tenant_id = @tenant AND c.identity_id {session.Dialect.AnyOf("@ids")}
            AND (c.status <> {(short)ConversationStatus.Resolved} OR c.thread_key {session.Dialect.AnyOf("@threads")} OR c.id {session.Dialect.AnyOf("@answered")}{(withHistory ? " OR c.thread_key IS NULL" : "")})
            ORDER BY c.id{session.Dialect.ForUpdate}
            """,
            new() { ["tenant"] = tenantId, ["ids"] = identityIds.ToArray(), ["threads"] = threadKeys.ToArray(), ["answered"] = answered.ToArray() },
            row => ThreadRow.Read(tenantId, row),
            ct);
        rows.ForEach(Add);
    }

    /// <summary>The conversations of these threads, whoever they are with.</summary>
    public static Task<List<MessagePlace>> PlacesAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<(Guid Channel, string Thread)> threads, CancellationToken ct) =>
        session.QueryAsync(
            $"""
            SELECT id, identity_id, id FROM conversations
            WHERE tenant_id = @tenant AND channel_id {session.Dialect.AnyOf("@channels")} AND thread_key {session.Dialect.AnyOf("@threads")}
            """,
            new() { ["tenant"] = tenantId, ["channels"] = threads.Select(t => t.Channel).Distinct().ToArray(), ["threads"] = threads.Select(t => t.Thread).Distinct().ToArray() },
            row => new MessagePlace(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2)),
            ct);

    /// <summary>Those that began, or where it is another's turn now.</summary>
    public IEnumerable<Guid> Turned => _threads.Values.Where(t => t.IsNew || t.StatusChanged).Select(t => t.Id);

    public ThreadRow? Get(Guid conversationId) => _threads.GetValueOrDefault(conversationId);

    /// <summary>The conversation of a thread that a message of ours answers: with several customers, the one who spoke last before it.</summary>
    public ThreadRow? OfThread(Guid channelId, string threadKey, DateTime at) => _byThread.GetValueOrDefault((channelId, threadKey), [])
        .OrderByDescending(t => t.Activity.LastInboundAt <= at).ThenByDescending(t => t.Activity.LastInboundAt).FirstOrDefault();

    /// <summary>
    /// The conversation of a thread with an identity; without a thread the identity's open one on the channel (for history
    /// the last one). Where there is none it begins here, already resolved if it is settled or its only message was taken down.
    /// </summary>
    public ThreadRow Find(Arrival arrival)
    {
        var mine = _byIdentity.GetValueOrDefault(arrival.IdentityId, []).Where(t => t.ChannelId == arrival.ChannelId);
        var thread = arrival.ThreadKey is not null
            ? mine.FirstOrDefault(t => t.ThreadKey == arrival.ThreadKey)
            : mine.Where(t => t.Status != ConversationStatus.Resolved || (arrival.IsHistory && t.ThreadKey is null))
                .MaxBy(t => (t.Status != ConversationStatus.Resolved, t.Activity.LastActivityAt, t.Id));
        return thread ?? Open(arrival);
    }

    /// <summary>A customer's message. History reopens a conversation only when it is newer than what was done there.</summary>
    public void Receive(ThreadRow thread, Guid interactionId, Arrival arrival)
    {
        var answered = thread.Activity.LastOutboundAt;
        Count(thread, interactionId, arrival.At, outbound: false);
        thread.Entered |= thread.IsNew && thread.Status == ConversationStatus.Open;
        if (arrival.IsSettled || (arrival.IsHistory && (thread.Status == ConversationStatus.Resolved ? arrival.At <= thread.ResolvedAt : arrival.At <= answered)))
        {
            Settle(thread, arrival.At, arrival.IsSettled);
            return;
        }

        if (!arrival.Deleted)
        {
            Turn(thread, arrival);
        }
    }

    /// <summary>A message that wants to be read makes the conversation ours, unless its author is blocked.</summary>
    private void Turn(ThreadRow thread, Arrival arrival)
    {
        if (arrival.Blocked)
        {
            thread.SetAside(ConversationStatus.Open);
            return;
        }

        if (thread.Status == ConversationStatus.Open || (thread.Status == ConversationStatus.Snoozed && arrival.IsHistory))
        {
            return;
        }

        if (!arrival.IsHistory)
        {
            Note(thread);
        }

        thread.Open();
    }

    private void Note(ThreadRow thread)
    {
        thread.Entered |= thread.Status is ConversationStatus.Resolved or ConversationStatus.Spam;
        ThreadEvent? done = thread.Status switch
        {
            ConversationStatus.Resolved => new(thread.Id, ConversationEventKind.Reopened),
            ConversationStatus.Snoozed => new(thread.Id, ConversationEventKind.Woken, "message", "open"),
            ConversationStatus.Spam => new(thread.Id, ConversationEventKind.Returned, "message", "open"),
            _ => null,
        };
        if (done is not null)
        {
            _events.Add(done);
        }
    }

    /// <summary>A message of ours that was not sent from here: unless the customer spoke after it, they are the ones to speak.</summary>
    public void Answer(ThreadRow thread, Guid interactionId, DateTime at, bool settled)
    {
        Count(thread, interactionId, at, outbound: true);
        if (thread.Status == ConversationStatus.Open && at >= thread.Activity.LastInboundAt)
        {
            (thread.Status, thread.StatusChanged) = (ConversationStatus.Waiting, true);
        }

        Settle(thread, at, settled);
    }

    private static void Count(ThreadRow thread, Guid interactionId, DateTime at, bool outbound)
    {
        thread.Activity.Add(interactionId, at, outbound);
        thread.ActivityChanged = true;
    }

    // A conversation that came in as history was over with its last message.
    private static void Settle(ThreadRow thread, DateTime at, bool settled)
    {
        if (settled && thread.Status == ConversationStatus.Resolved && thread.ResolvedAt < at)
        {
            (thread.ResolvedAt, thread.StatusChanged) = (at, true);
        }
    }

    public async Task SaveAsync(CancellationToken ct)
    {
        var threads = _threads.Values.OrderBy(t => t.Id).ToList();
        var created = threads.FindAll(t => t.IsNew);
        await session.InsertAsync(ThreadTables.Conversations(tenantId), created, OnConflict.Fail, ct);
        await session.InsertAsync(ThreadTables.Activity(tenantId), created, OnConflict.Fail, ct);
        await session.UpdateAsync(ThreadTables.Status(tenantId), threads.FindAll(t => !t.IsNew && t.StatusChanged), ct);
        await session.UpdateAsync(ThreadTables.Routing(tenantId), threads.FindAll(t => !t.IsNew && t.RoutingChanged), ct);
        await session.UpdateAsync(ThreadTables.Activity(tenantId), threads.FindAll(t => !t.IsNew && t.ActivityChanged), ct);
        _events.AddRange(threads.SelectMany(t => t.RuleEvents.Select(e => new ThreadEvent(t.Id, ConversationEventKind.Rule, e.Rule, e.What))));
        _events.AddRange(threads.Where(t => t.SetAsideBy is not null)
            .Select(t => new ThreadEvent(t.Id, ConversationEventKind.SetAside, t.SetAsideBy, "rule") { At = t.SetAsideAt }));
        await session.InsertAsync(ThreadTables.Events(tenantId, time.GetUtcNow()), _events, OnConflict.Fail, ct);
    }

    /// <summary>How many conversations that are not resolved each of these people has.</summary>
    public static async Task<Dictionary<Guid, int>> LoadsAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT assignee_id, COUNT(*) FROM conversations
            WHERE tenant_id = @tenant AND assignee_id {session.Dialect.AnyOf("@people")} AND status NOT IN ({(short)ConversationStatus.Resolved}, {(short)ConversationStatus.Spam})
            GROUP BY assignee_id
            """,
            new() { ["tenant"] = tenantId, ["people"] = people.ToArray() },
            row => (Person: row.GetGuid(0), Count: (int)row.GetInt64(1)),
            ct);
        return rows.ToDictionary(r => r.Person, r => r.Count);
    }

    private ThreadRow Open(Arrival arrival)
    {
        var resolved = arrival.Deleted || arrival.IsSettled;
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var thread = new ThreadRow
        {
            Id = id,
            ChannelId = arrival.ChannelId,
            IdentityId = arrival.IdentityId,
            ThreadKey = arrival.ThreadKey,
            Status = arrival.Blocked ? ConversationStatus.Spam : resolved ? ConversationStatus.Resolved : ConversationStatus.Open,
            StatusBefore = !arrival.Blocked ? null : resolved ? ConversationStatus.Resolved : ConversationStatus.Open,
            TeamId = defaultTeam,
            IsPublic = arrival.IsPublic,
            OpenedAt = arrival.IsHistory ? arrival.At : now.UtcDateTime,
            ResolvedAt = arrival.IsSettled ? arrival.At : arrival.Deleted ? now.UtcDateTime : null,
            Version = 0,
            Activity = new ConversationActivity { TenantId = tenantId, ConversationId = id },
            IsNew = true,
        };
        Add(thread);
        return thread;
    }

    private void Add(ThreadRow thread)
    {
        if (!_threads.TryAdd(thread.Id, thread))
        {
            return;
        }

        if (!_byIdentity.TryGetValue(thread.IdentityId, out var mine))
        {
            _byIdentity.Add(thread.IdentityId, mine = []);
        }

        mine.Add(thread);
        if (thread.ThreadKey is null)
        {
            return;
        }

        if (!_byThread.TryGetValue((thread.ChannelId, thread.ThreadKey), out var others))
        {
            _byThread.Add((thread.ChannelId, thread.ThreadKey), others = []);
        }

        others.Add(thread);
    }
}
