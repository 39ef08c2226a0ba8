using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SocialCrm.Host.Platform.Observability.Metrics;

/// <summary>One instrument and its series, one for each set of labels.</summary>
internal sealed class Metric
{
    // A label that holds something unbounded must cost a metric, not the server's memory.
    private const int MaximumSeries = 2_000;
    private static readonly double[] SecondsBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] CountBounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly double[] _bounds;

    private Metric(string name, string help, MetricKind kind, double[] bounds)
    {
        (Name, Help, Kind, _bounds) = (name, help, kind, bounds);
    }

    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    public IEnumerable<KeyValuePair<string, Series>> AllSeries => _series.OrderBy(s => s.Key, StringComparer.Ordinal);

    public static Metric Of(Instrument instrument)
    {
        var kind = KindOf(instrument);
        var isCounter = kind is MetricKind.Counter or MetricKind.ObservedCounter;
        var bounds = kind == MetricKind.Histogram ? Bounds(instrument) : [];
        return new Metric(MetricText.Name(instrument.Name, instrument.Unit, isCounter), instrument.Description ?? "", kind, bounds);
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = MetricText.Labels(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count >= MaximumSeries)
            {
                return;
            }

            series = _series.GetOrAdd(labels, _ => new Series(_bounds));
        }

        series.Record(value, Kind);
    }

    private static MetricKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType();
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return definition switch
        {
            _ when definition == typeof(Counter<>) => MetricKind.Counter,
            _ when definition == typeof(ObservableCounter<>) => MetricKind.ObservedCounter,
            _ when definition == typeof(UpDownCounter<>) => MetricKind.UpDown,
            _ when definition == typeof(Histogram<>) => MetricKind.Histogram,
            _ => MetricKind.Gauge,
        };
    }

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } given } => [.. given],
        Histogram<long> { Advice.HistogramBucketBoundaries: { Count: > 0 } given } => [.. given],
        Histogram<int> { Advice.HistogramBucketBoundaries: { Count: > 0 } given } => [.. given],
        _ => instrument.Unit == "s" ? SecondsBounds : CountBounds,
    };
}
