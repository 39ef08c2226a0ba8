namespace SocialCrm.Host.Ingestion;

/// <summary>
/// A worker's turn with the lanes of one tenant and class. Until it is disposed no other worker of this node has the same lanes; those
/// that it was not done with are looked at again.
/// </summary>
internal sealed class LaneTurn(WaitingLanes waiting, LaneGroup group) : IDisposable
{
    private static readonly LaneReading Nothing = new([], new HashSet<LaneKey>(), IsFull: false, IsHeldBack: false);

    private LaneReading _reading = Nothing;
    private bool _done;

    public LaneGroup Group => group;

    public IReadOnlyList<WaitingLane> Taken { get; private set; } = [];

    /// <summary>How many messages were read.</summary>
    public int Count => _reading.Heads.Sum(h => h.Messages.Count);

    /// <summary>More waits than one worker should take.</summary>
    public bool IsFull => _reading.IsFull;

    public IReadOnlyList<LaneKey> Take(int mostInFlood)
    {
        Taken = waiting.Take(group, mostInFlood);
        return [.. Taken.Select(t => t.Key)];
    }

    public void Read(LaneReading reading) => _reading = reading;

    /// <summary>All that was read is applied.</summary>
    public void Done() => _done = true;

    public bool HasEmptied(LaneKey lane) => _done && !_reading.NotEmptied.Contains(lane);

    public void Dispose() => waiting.Release(this);
}
