using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// How many messages of each tenant wait, counted in the database each second and added to between: acknowledging runs
/// faster than applying, and past the high-water mark senders must wait.
/// </summary>
internal sealed class TenantDepths(IOptions<IngestionOptions> options)
{
    private readonly ConcurrentDictionary<(Guid Tenant, bool Import), long> _depths = new();

    public long Total => _depths.Values.Sum();

    /// <summary>An import waits for itself: what it brought does not hold up what customers say now.</summary>
    public bool IsHigh(Guid tenantId) => _depths.GetValueOrDefault((tenantId, false)) >= options.Value.HighWater;

    /// <summary>How much of imports waits; an import that is ahead of the pipeline rests.</summary>
    public long OfImports(Guid tenantId) => _depths.GetValueOrDefault((tenantId, true));

    public void Add(IReadOnlyList<InboxItem> items)
    {
        foreach (var tenant in items.CountBy(i => (i.TenantId, i.Class == LaneClass.Import)))
        {
            _depths.AddOrUpdate(tenant.Key, tenant.Value, (_, depth) => depth + tenant.Value);
        }
    }

    public void Set(IReadOnlyDictionary<(Guid Tenant, bool Import), long> counted)
    {
        foreach (var tenant in _depths.Keys.Where(t => !counted.ContainsKey(t)))
        {
            _depths.TryRemove(tenant, out _);
        }

        foreach (var (tenant, depth) in counted)
        {
            _depths[tenant] = depth;
        }
    }
}
