namespace SocialCrm.Host.Plugins.Calls;

/// <summary>
/// Stops calling what keeps failing. After five faults in a row it opens; half a minute later one call may try, and its
/// outcome closes it or keeps it open for another half minute. Thread-safe.
/// </summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    public const int Faults = 5;
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private int _faults;
    private DateTimeOffset _openUntil;
    private string? _reason;

    /// <summary>Why calls are paused, or null while they are not.</summary>
    public string? Reason
    {
        get
        {
            lock (_lock)
            {
                return _faults >= Faults ? _reason : null;
            }
        }
    }

    /// <summary>True when a call may be made. In the half-open state that is so for one call in each pause.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_faults < Faults)
            {
                return true;
            }

            if (time.GetUtcNow() < _openUntil)
            {
                return false;
            }

            _openUntil = time.GetUtcNow() + Pause;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            _faults = 0;
        }
    }

    /// <summary>Counts a fault; true when it opened the breaker.</summary>
    public bool Failed(string reason)
    {
        lock (_lock)
        {
            _reason = reason;
            _openUntil = time.GetUtcNow() + Pause;
            return ++_faults == Faults;
        }
    }
}
