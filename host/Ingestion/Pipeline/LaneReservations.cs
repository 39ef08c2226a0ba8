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
    public LaneTurn Take(IReadOnlyList<LaneKey> waiting, int most)
    {
        lock (_lock)
        {
            var free = waiting.Where(lane => !_taken.Contains(lane)).ToList();
            var lanes = free.Where(lane => lane.TenantId == free[0].TenantId && lane.Class == free[0].Class).Take(most).ToList();
            _taken.UnionWith(lanes);
            return new LaneTurn(this, lanes);
        }
    }

    public void Release(IReadOnlyList<LaneKey> lanes)
    {
        lock (_lock)
        {
            _taken.ExceptWith(lanes);
        }
    }
}
