using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>The conversations' part of a batch: finds the thread that a message belongs to, opens and reopens, counts.</summary>
public sealed class ThreadBatch(SqlSession session, Guid tenantId, Guid? defaultTeam, TimeProvider time)
{
    private readonly Dictionary<Guid, ThreadRow> _threads = [];
    private readonly Dictionary<Guid, List<ThreadRow>> _byIdentity = [];
    private readonly List<Guid> _reopened = [];

    /// <summary>Locks and loads the conversations that messages of these identities could belong to.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Guid> identityIds, IReadOnlyCollection<string> threadKeys, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT {ThreadRow.Columns} FROM conversations c
            JOIN conversation_activity a ON a.tenant_id = c.tenant_id AND a.conversation_id = c.id
            WHERE c.tenant_id = @tenant AND c.identity_id {session.Dialect.AnyOf("@ids")}
            AND (c.status <> {(short)ConversationStatus.Resolved} OR c.thread_key {session.Dialect.AnyOf("@threads")})
            ORDER BY c.id{session.Dialect.ForUpdate}
            """,
            new() { ["tenant"] = tenantId, ["ids"] = identityIds.ToArray(), ["threads"] = threadKeys.ToArray() },
            row => ThreadRow.Read(tenantId, row),
            ct);
        rows.ForEach(Add);
    }

    /// <summary>
    /// The conversation of a thread with an identity; without a thread the identity's open one on the channel. Where there
    /// is none it begins here, already resolved if its only message has been taken down.
    /// </summary>
    public ThreadRow Find(Guid identityId, Guid channelId, string? threadKey, bool isPublic, bool deleted)
    {
        var mine = _byIdentity.GetValueOrDefault(identityId, []).Where(t => t.ChannelId == channelId);
        var thread = threadKey is not null
            ? mine.FirstOrDefault(t => t.ThreadKey == threadKey)
            : mine.Where(t => t.Status != ConversationStatus.Resolved).MaxBy(t => (t.Activity.LastActivityAt, t.Id));
        return thread ?? Open(identityId, channelId, threadKey, isPublic, deleted);
    }

    public void Receive(ThreadRow thread, Guid interactionId, DateTime at, bool deleted)
    {
        thread.Activity.Add(interactionId, at, outbound: false);
        thread.ActivityChanged = true;
        if (deleted || thread.Status == ConversationStatus.Open)
        {
            return;
        }

        if (thread.Status == ConversationStatus.Resolved)
        {
            _reopened.Add(thread.Id);
        }

        thread.Status = ConversationStatus.Open;
        thread.ResolvedAt = null;
        thread.StatusChanged = true;
    }

    public async Task SaveAsync(CancellationToken ct)
    {
        var threads = _threads.Values.OrderBy(t => t.Id).ToList();
        var created = threads.FindAll(t => t.IsNew);
        await session.InsertAsync(ThreadTables.Conversations(tenantId), created, OnConflict.Fail, ct);
        await session.InsertAsync(ThreadTables.Activity(tenantId), created, OnConflict.Fail, ct);
        await session.UpdateAsync(ThreadTables.Status(tenantId), threads.FindAll(t => !t.IsNew && t.StatusChanged), ct);
        await session.UpdateAsync(ThreadTables.Activity(tenantId), threads.FindAll(t => !t.IsNew && t.ActivityChanged), ct);
        await session.InsertAsync(ThreadTables.Reopened(tenantId, time.GetUtcNow()), _reopened, OnConflict.Fail, ct);
    }

    private ThreadRow Open(Guid identityId, Guid channelId, string? threadKey, bool isPublic, bool deleted)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var thread = new ThreadRow
        {
            Id = id,
            ChannelId = channelId,
            IdentityId = identityId,
            ThreadKey = threadKey,
            Status = deleted ? ConversationStatus.Resolved : ConversationStatus.Open,
            TeamId = defaultTeam,
            IsPublic = isPublic,
            OpenedAt = now.UtcDateTime,
            ResolvedAt = deleted ? now.UtcDateTime : null,
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
    }
}
