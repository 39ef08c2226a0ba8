namespace SocialCrm.Benchmarks.Load;

/// <summary>Times at equal distances, from now on.</summary>
internal sealed class Schedule(double rate, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Waits for a time, never less; gives the time, as a timestamp, however late it has become.</summary>
    public async ValueTask<long> WaitForAsync(long number, CancellationToken ct)
    {
        var planned = _start + (long)(number / rate * time.TimestampFrequency);
        for (long left; (left = planned - time.GetTimestamp()) > 0;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left * 1000.0 / time.TimestampFrequency)), time, ct);
        }

        return planned;
    }
}
