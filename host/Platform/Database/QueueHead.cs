namespace SocialCrm.Host.Platform.Database;

/// <summary>
/// From which id on the rows of a queue lie, as far as this process has seen. What is deleted from a queue stays in the table and its indexes
/// while anybody holds an older snapshot (a report, a backup), and to step over all of that at each look soon costs more than the
/// work. Not thread-safe.
/// </summary>
internal sealed class QueueHead(TimeProvider time)
{
    // Ids are given before they are committed: what is seen to be empty now may still get a row.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    // Whatever came later than that is found all the same.
    private static readonly TimeSpan Everything = TimeSpan.FromMinutes(1);

    private readonly Queue<(long At, long First)> _seen = new();
    private long _from;
    private long? _lastWhole;

    /// <summary>Where the next look begins; now and then at the very beginning.</summary>
    public long Next()
    {
        while (_seen.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= Late)
        {
            _from = _seen.Dequeue().First;
        }

        if (_lastWhole is { } last && time.GetElapsedTime(last) < Everything)
        {
            return _from;
        }

        _lastWhole = time.GetTimestamp();
        return 0;
    }

    /// <summary>The first row that a look found.</summary>
    public void Found(long first) => _seen.Enqueue((time.GetTimestamp(), first));
}
