namespace SocialCrm.Host.Ingestion;

/// <summary>A worker's turn with the lanes of one tenant and class. Until it is disposed no other worker of this node has the same lanes.</summary>
internal sealed class LaneTurn(WaitingLanes waiting, LaneGroup group) : IDisposable
{
    private HashSet<LaneKey> _emptied = [];

    public LaneGroup Group => group;

    public IReadOnlyList<WaitingLane> Taken { get; private set; } = [];

    public IReadOnlyList<LaneHead> Heads { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>More waits than one worker should take.</summary>
    public bool IsFull { get; private set; }

    /// <summary>True when something lies in the lanes that must not be read yet.</summary>
    public bool IsHeldBack { get; private set; }

    public bool HasEmptied(LaneKey lane) => _emptied.Contains(lane);

    public IReadOnlyList<LaneKey> Take(int mostInFlood)
    {
        Taken = waiting.Take(group, mostInFlood);
        return [.. Taken.Select(t => t.Key)];
    }

    public void Read(LaneReading reading)
    {
        (Heads, IsFull, IsHeldBack, Count) = (reading.Heads, reading.IsFull, reading.IsHeldBack, reading.Heads.Sum(h => h.Messages.Count));
        _emptied = [.. Taken.Select(t => t.Key).Except(reading.NotEmptied)];
    }

    /// <summary>What was read was not applied, or not all of it: it is looked at again.</summary>
    public void Fail() => _emptied = [];

    public void Dispose() => waiting.Release(this);
}
