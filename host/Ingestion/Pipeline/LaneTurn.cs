namespace SocialCrm.Host.Ingestion;

/// <summary>Lanes of one tenant and class that a worker of this node has for its turn.</summary>
internal sealed class LaneTurn(LaneReservations reservations, IReadOnlyList<LaneKey> lanes) : IDisposable
{
    public IReadOnlyList<LaneKey> Lanes => lanes;

    public IReadOnlyList<LaneHead> Heads { get; set; } = [];

    public int Count => Heads.Sum(h => h.Messages.Count);

    public void Dispose() => reservations.Release(lanes);
}
