using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// How many messages of each tenant wait, counted in the database every few seconds and, as far as this node knows, between: acknowledging
/// runs faster than applying, and past the high-water mark senders must wait.
/// </summary>
internal sealed class TenantDepths(IOptions<IngestionOptions> options, HeldUpChannels heldUp)
{
    private readonly ConcurrentDictionary<(Guid Tenant, bool Import), TenantDepth> _depths = new();

    public long Total => _depths.Values.Sum(d => d.Total);

    /// <summary>
    /// Whether who sends on a channel must wait. An import waits for itself: what it brought does not hold up what customers
    /// say now.
    /// </summary>
    public bool IsHigh(Guid tenantId, Guid channelId)
    {
        if (!_depths.TryGetValue((tenantId, false), out var depth) || !depth.IsHigh(channelId, options.Value.HighWater))
        {
            return false;
        }

        heldUp.Add(tenantId, channelId);
        return true;
    }

    /// <summary>How much of imports waits; an import that is ahead of the pipeline rests.</summary>
    public long OfImports(Guid tenantId) => _depths.TryGetValue((tenantId, true), out var depth) ? depth.Total : 0;

    public void Add(IReadOnlyList<InboxItem> items)
    {
        foreach (var (key, count) in items.CountBy(i => (i.TenantId, Import: i.Class == LaneClass.Import, i.ChannelId)))
        {
            _depths.GetOrAdd((key.TenantId, key.Import), _ => new TenantDepth()).Add(key.ChannelId, count);
        }
    }

    public void Remove(IReadOnlyList<PendingMessage> applied)
    {
        foreach (var (key, count) in applied.CountBy(m => (m.Lane.TenantId, Import: m.Lane.Class == LaneClass.Import, m.ChannelId)))
        {
            if (_depths.TryGetValue((key.TenantId, key.Import), out var depth))
            {
                depth.Add(key.ChannelId, -count);
            }
        }
    }

    public void Set(IReadOnlyList<CountedMessages> counted)
    {
        var tenants = counted.GroupBy(c => (c.Tenant, c.Import)).ToDictionary(g => g.Key, g => TenantDepth.Of(g.Select(c => (c.Channel, c.Count))));
        foreach (var tenant in _depths.Keys.Where(t => !tenants.ContainsKey(t)))
        {
            _depths.TryRemove(tenant, out _);
        }

        foreach (var (tenant, depth) in tenants)
        {
            _depths[tenant] = depth;
        }

        // A node that nobody sends to knows of it, too.
        foreach (var channel in counted.Where(c => !c.Import))
        {
            IsHigh(channel.Tenant, channel.Channel);
        }
    }
}
