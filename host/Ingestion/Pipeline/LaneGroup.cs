namespace SocialCrm.Host.Ingestion;

/// <summary>
/// The lanes of one tenant and class in which something waits. In calm times one worker at a time takes all of them: a transaction costs
/// nearly the same for one message as for fifty, and while it is under way the next ones gather. In a flood, or when a turn takes
/// long, several workers share them. Not thread-safe.
/// </summary>
internal sealed class LaneGroup(Guid tenantId, LaneClass laneClass)
{
    private const int Small = 100;

    // A classifier that hangs holds up what it was asked, and not what comes after.
    private const long LongTurn = 500;

    private readonly Queue<LaneKey> _line = new();

    // How often something was appended to a lane: what came after a turn had read it is not forgotten at its end.
    private readonly Dictionary<LaneKey, long> _appended = [];

    private int _turns;
    private int _lastTurn;
    private long _begun;
    private bool _flooded;

    public (Guid TenantId, LaneClass Class) Key => (tenantId, laneClass);

    /// <summary>
    /// When it last had its turn, in milliseconds, later by the messages of that: much at once is behind others for a moment. It does not
    /// add up, or who had a flood would wait long after it.
    /// </summary>
    public long Served { get; private set; }

    /// <summary>Not much came at a time lately.</summary>
    public bool IsCalm => _lastTurn < Small;

    /// <summary>Nothing waits, and nobody has a turn.</summary>
    public bool IsIdle => _appended.Count == 0 && _turns == 0;

    public bool IsOpen(long now) => _line.Count > 0 && (_turns == 0 || _flooded || now - _begun >= LongTurn);

    public void Add(LaneKey lane)
    {
        if (!Find(lane))
        {
            _appended[lane]++;
        }
    }

    /// <summary>True when it was not known.</summary>
    public bool Find(LaneKey lane)
    {
        if (!_appended.TryAdd(lane, 0))
        {
            return false;
        }

        _line.Enqueue(lane);
        return true;
    }

    public void Begin(long now)
    {
        _turns++;
        _begun = now;
    }

    public List<WaitingLane> Take(int mostInFlood)
    {
        var most = _flooded ? mostInFlood : LaneKey.BucketsOfScope;
        var lanes = new List<WaitingLane>();
        while (lanes.Count < most && _line.TryDequeue(out var lane))
        {
            lanes.Add(new WaitingLane(lane, _appended[lane]));
        }

        return lanes;
    }

    /// <summary>Lanes that the turn has emptied are forgotten, others go to the end of the line.</summary>
    public void Release(LaneTurn turn, long now)
    {
        _turns--;
        _lastTurn = turn.Count;
        Served = now + turn.Count;
        _flooded = turn.IsFull || (_flooded && _line.Count > 0);
        foreach (var (lane, appended) in turn.Taken)
        {
            if (turn.HasEmptied(lane) && _appended[lane] == appended)
            {
                _appended.Remove(lane);
            }
            else
            {
                _line.Enqueue(lane);
            }
        }
    }
}
