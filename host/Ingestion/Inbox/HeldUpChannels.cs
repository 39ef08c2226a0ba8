using System.Collections.Concurrent;

namespace SocialCrm.Host.Ingestion;

/// <summary>The channels on which senders had to wait a moment ago, because too much was waiting to be processed.</summary>
internal sealed class HeldUpChannels(TimeProvider time)
{
    // What waits goes up and down about the mark: whoever looks is told for a while after.
    private static readonly TimeSpan ToldFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(Guid Tenant, Guid Channel), long> _heldUp = new();
    private HashSet<(Guid Tenant, Guid Channel)> _told = [];

    public void Add(Guid tenantId, Guid channelId) => _heldUp[(tenantId, channelId)] = time.GetTimestamp();

    public bool Contains(Guid tenantId, Guid channelId) => _heldUp.TryGetValue((tenantId, channelId), out var at) && IsRecent(at);

    /// <summary>The tenants of which a channel came or went since this was last asked; asked by one at a time.</summary>
    public IReadOnlyList<Guid> Turned()
    {
        var (before, now) = (_told, _heldUp.Where(h => IsRecent(h.Value)).Select(h => h.Key).ToHashSet());
        foreach (var past in _heldUp.Where(h => !now.Contains(h.Key)))
        {
            _heldUp.TryRemove(past);
        }

        _told = now;
        return [.. now.Except(before).Concat(before.Except(now)).Select(c => c.Tenant).Distinct()];
    }

    private bool IsRecent(long at) => time.GetElapsedTime(at) < ToldFor;
}
