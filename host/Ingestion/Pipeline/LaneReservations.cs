namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Keeps two workers of one node from classifying the same messages. Between nodes the rows' locks decide; this only
/// saves work.
/// </summary>
internal sealed class LaneReservations
{
    private readonly Lock _lock = new();
    private readonly HashSet<LaneKey> _taken = [];

    /// <summary>Takes the first free lane and up to <paramref name="most"/> of the same tenant and class.</summary>
    public LaneTurn Take(IReadOnlyList<(LaneKey Key, long LowWater)> waiting, int most)
    {
        lock (_lock)
        {
            var free = waiting.Where(w => !_taken.Contains(w.Key)).ToList();
            var lanes = free.Where(w => w.Key.TenantId == free[0].Key.TenantId && w.Key.Class == free[0].Key.Class).Take(most).ToList();
            _taken.UnionWith(lanes.Select(l => l.Key));
            return new LaneTurn(this, lanes);
        }
    }

    public void Release(IReadOnlyList<(LaneKey Key, long LowWater)> lanes)
    {
        lock (_lock)
        {
            _taken.ExceptWith(lanes.Select(l => l.Key));
        }
    }
}
