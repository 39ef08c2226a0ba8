namespace SocialCrm.Host.Platform.Observability.Metrics;

/// <summary>What was measured under one set of labels.</summary>
internal sealed class Series(double[] bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[bounds.Length];
    private double _value;
    private long _count;

    public void Record(double value, MetricKind kind)
    {
        lock (_lock)
        {
            _count++;
            _value = kind is MetricKind.Gauge or MetricKind.ObservedCounter ? value : _value + value;
            for (var i = 0; kind == MetricKind.Histogram && i < bounds.Length; i++)
            {
                if (value <= bounds[i])
                {
                    _buckets[i]++;
                }
            }
        }
    }

    /// <summary>The value (of a histogram, the sum), how many were measured, and how many lay at or below each bound.</summary>
    public (double Value, long Count, IReadOnlyList<(double Bound, long Count)> Buckets) Read()
    {
        lock (_lock)
        {
            return (_value, _count, [.. bounds.Zip(_buckets)]);
        }
    }
}
