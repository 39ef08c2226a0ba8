using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Customers;

/// <summary>
/// The customers' part of a batch: finds or makes the identities of the authors, holds their relationships locked while
/// the batch applies its messages, and writes what changed.
/// </summary>
public sealed class IdentityBatch(SqlSession session, Guid tenantId, TimeProvider time)
{
    private readonly Dictionary<AuthorKey, KnownIdentity> _byAuthor = [];
    private readonly Dictionary<Guid, KnownIdentity> _byId = [];

    /// <summary>Locks and loads those of the authors that are known.</summary>
    public async Task LoadAsync(IReadOnlyCollection<AuthorKey> authors, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT i.id, i.customer_id, i.scope, i.external_id, i.handle, i.name, i.profile_url, i.followers, i.profile_at, r.state, r.version, i.blocked_at
            FROM identities i JOIN relationships r ON r.tenant_id = i.tenant_id AND r.identity_id = i.id
            WHERE i.tenant_id = @tenant AND i.scope {session.Dialect.AnyOf("@scopes")} AND i.external_id {session.Dialect.AnyOf("@ids")}
            ORDER BY i.id{session.Dialect.ForUpdate}
            """,
            new()
            {
                ["tenant"] = tenantId,
                ["scopes"] = authors.Select(a => a.Scope).Distinct(StringComparer.Ordinal).ToArray(),
                ["ids"] = authors.Select(a => a.ExternalId).Distinct(StringComparer.Ordinal).ToArray(),
            },
            KnownIdentity.Read,
            ct);
        rows.ForEach(Add);
    }

    /// <summary>Locks and loads the identities of messages that are to be changed.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Guid> identityIds, CancellationToken ct)
    {
        var missing = identityIds.Where(id => !_byId.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var rows = await session.QueryAsync(
            $"""
            SELECT i.id, i.customer_id, i.scope, i.external_id, i.handle, i.name, i.profile_url, i.followers, i.profile_at, r.state, r.version, i.blocked_at
            FROM identities i JOIN relationships r ON r.tenant_id = i.tenant_id AND r.identity_id = i.id
            WHERE i.tenant_id = @tenant AND i.id {session.Dialect.AnyOf("@ids")} ORDER BY i.id{session.Dialect.ForUpdate}
            """,
            new() { ["tenant"] = tenantId, ["ids"] = missing },
            KnownIdentity.Read,
            ct);
        rows.ForEach(Add);
    }

    public KnownIdentity Get(Guid identityId) => _byId[identityId];

    public KnownIdentity? Find(AuthorKey author) => _byAuthor.GetValueOrDefault(author);

    /// <summary>The identity of an author, made with a customer of its own where it is not known yet.</summary>
    public KnownIdentity Resolve(AuthorKey key, Guid channelId, MessageAuthor author, DateTime at)
    {
        if (!_byAuthor.TryGetValue(key, out var identity))
        {
            var now = time.GetUtcNow();
            identity = KnownIdentity.Create(key, channelId, Guid.CreateVersion7(now), Guid.CreateVersion7(now), now.UtcDateTime);
            Add(identity);
        }

        identity.Meet(author, at);
        return identity;
    }

    /// <summary>Writes what is new and what changed, in the order of ids.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        var all = _byId.Values.OrderBy(i => i.Id).ToList();
        var created = all.Where(i => i.IsNew).ToList();
        await session.InsertAsync(IdentityTables.Customers(tenantId), created, OnConflict.Fail, ct);
        await session.InsertAsync(IdentityTables.Identities(tenantId), created, OnConflict.Fail, ct);
        await session.InsertAsync(IdentityTables.Relationships(tenantId), created, OnConflict.Fail, ct);
        await session.UpdateAsync(IdentityTables.Profiles(tenantId), all.Where(i => !i.IsNew && i.ProfileChanged).ToList(), ct);
        await session.UpdateAsync(IdentityTables.Relationships(tenantId), all.Where(i => !i.IsNew && i.RelationshipChanged).ToList(), ct);
    }

    private void Add(KnownIdentity identity)
    {
        _byAuthor.TryAdd(identity.Key, identity);
        _byId.TryAdd(identity.Id, identity);
    }
}
