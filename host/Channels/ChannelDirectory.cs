using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>
/// The channels, for those who need them with every message. Cached by tenant: a change made on this node is seen at
/// once, one made on another within seconds.
/// </summary>
public sealed class ChannelDirectory(IServiceScopeFactory scopes, ChannelReader reader, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // A channel that was just made on another node is looked for, but not by each request that guesses addresses.
    private static readonly TimeSpan FreshForUnknown = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, TenantChannels> _tenants = new();
    private readonly ConcurrentDictionary<string, Guid> _tenantsByToken = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private int _changes;

    /// <summary>The channel that a webhook address belongs to; null when there is none, or it was deleted.</summary>
    public async ValueTask<ConfiguredChannel?> FindByWebhookAsync(string tenantToken, string channelToken, CancellationToken ct) =>
        await FindTenantAsync(tenantToken, ct) is not { } tenantId ? null
        : (await TenantAsync(tenantId, Fresh, ct)).FindByToken(channelToken)
            ?? (await TenantAsync(tenantId, FreshForUnknown, ct)).FindByToken(channelToken);

    public async ValueTask<ConfiguredChannel?> FindAsync(Guid tenantId, Guid channelId, CancellationToken ct) =>
        (await TenantAsync(tenantId, Fresh, ct)).ById.GetValueOrDefault(channelId)
        ?? (await TenantAsync(tenantId, FreshForUnknown, ct)).ById.GetValueOrDefault(channelId);

    /// <summary>
    /// The channel as it stands in the database now. Whoever has just claimed work of a channel must not go by what this node
    /// remembers: the claim may follow a change that it has not heard of yet.
    /// </summary>
    public async Task<ConfiguredChannel?> ReadNowAsync(Guid tenantId, Guid channelId, CancellationToken ct) =>
        (await ReadAsync(tenantId, c => c.Id == channelId, ct)).SingleOrDefault();

    /// <summary>All channels of a tenant, the deleted ones among them: their messages still bear their names.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, ConfiguredChannel>> AllAsync(Guid tenantId, CancellationToken ct) =>
        (await TenantAsync(tenantId, Fresh, ct)).ById;

    /// <summary>Called after a change was saved.</summary>
    internal void Forget(Guid tenantId)
    {
        Interlocked.Increment(ref _changes);
        _tenants.TryRemove(tenantId, out _);
    }

    public void Dispose() => _loading.Dispose();

    private async ValueTask<Guid?> FindTenantAsync(string token, CancellationToken ct)
    {
        if (_tenantsByToken.TryGetValue(token, out var known))
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<Tenants>().FindByWebhookTokenAsync(token, ct);
        return found is { } tenantId ? _tenantsByToken.GetOrAdd(token, tenantId) : null;
    }

    private async ValueTask<TenantChannels> TenantAsync(Guid tenantId, TimeSpan fresh, CancellationToken ct)
    {
        if (Cached(tenantId, fresh) is { } cached)
        {
            return cached;
        }

        await _loading.WaitAsync(ct);
        try
        {
            return Cached(tenantId, fresh) ?? await LoadAsync(tenantId, ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    private TenantChannels? Cached(Guid tenantId, TimeSpan fresh) =>
        _tenants.TryGetValue(tenantId, out var channels) && time.GetElapsedTime(channels.LoadedAt) < fresh ? channels : null;

    private async Task<TenantChannels> LoadAsync(Guid tenantId, CancellationToken ct)
    {
        while (true)
        {
            var changes = Volatile.Read(ref _changes);
            var loaded = new TenantChannels(await ReadAsync(tenantId, _ => true, ct), time.GetTimestamp());
            _tenants[tenantId] = loaded;
            if (changes == Volatile.Read(ref _changes))
            {
                return loaded;
            }
        }
    }

    private async Task<List<ConfiguredChannel>> ReadAsync(Guid tenantId, Expression<Func<Channel, bool>> which, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenantId;
        return (await db.Set<Channel>().AsNoTracking().Where(which).ToListAsync(ct)).ConvertAll(reader.Read);
    }
}
