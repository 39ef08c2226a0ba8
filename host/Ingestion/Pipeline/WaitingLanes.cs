namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Where this node knows that something waits: what it appended itself, and what others left behind (<see cref="LaneWatch"/>). It
/// hands lanes to the workers so that no two of them classify the same messages. Between nodes the rows' locks decide.
/// </summary>
internal sealed class WaitingLanes(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(Guid TenantId, LaneClass Class), LaneGroup> _groups = [];
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Something was appended to these, and is committed.</summary>
    public void Add(IEnumerable<LaneKey> lanes)
    {
        lock (_lock)
        {
            foreach (var lane in lanes)
            {
                Group(lane).Add(lane);
            }

            WakeOneIfOpen();
        }
    }

    /// <summary>These were found with something in them; those that are known already are left as they are.</summary>
    public void Find(IEnumerable<LaneKey> lanes)
    {
        lock (_lock)
        {
            foreach (var lane in lanes)
            {
                Group(lane).Find(lane);
            }

            WakeOneIfOpen();
        }
    }

    /// <summary>
    /// A worker's turn with one tenant and class: live ones first, then whoever has had least service, so that a flood waits behind
    /// itself. Null when there is none that another worker does not have.
    /// </summary>
    public LaneTurn? Begin()
    {
        lock (_lock)
        {
            if (NextOpen() is not { } group)
            {
                return null;
            }

            group.Begin(Now);
            WakeOneIfOpen();
            return new LaneTurn(this, group);
        }
    }

    /// <summary>The lanes for the turn; in a flood, in which other workers have a turn as well, at most so many.</summary>
    public IReadOnlyList<WaitingLane> Take(LaneGroup group, int mostInFlood)
    {
        lock (_lock)
        {
            var lanes = group.Take(mostInFlood);
            WakeOneIfOpen();
            return lanes;
        }
    }

    public void Release(LaneTurn turn)
    {
        lock (_lock)
        {
            turn.Group.Release(turn, Now);
            if (turn.Group.IsIdle)
            {
                _groups.Remove(turn.Group.Key);
            }

            WakeOneIfOpen();
        }
    }

    public Task WaitAsync(CancellationToken ct) => _wake.WaitAsync(ct);

    public void Dispose() => _wake.Dispose();

    // Of the passing of time alone: a clock that is set must not make a turn long.
    private long Now => (long)time.GetElapsedTime(0).TotalMilliseconds;

    private LaneGroup Group(LaneKey lane)
    {
        if (!_groups.TryGetValue((lane.TenantId, lane.Class), out var group))
        {
            _groups[(lane.TenantId, lane.Class)] = group = new LaneGroup(lane.TenantId, lane.Class);
        }

        return group;
    }

    private LaneGroup? NextOpen()
    {
        var now = Now;
        LaneGroup? best = null;
        foreach (var group in _groups.Values)
        {
            if (group.IsOpen(now) && (best is null || (group.Key.Class, group.Served).CompareTo((best.Key.Class, best.Served)) < 0))
            {
                best = group;
            }
        }

        return best;
    }

    private void WakeOneIfOpen()
    {
        if (_wake.CurrentCount == 0 && NextOpen() is not null)
        {
            _wake.Release();
        }
    }
}
