using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SocialCrm.Host.Platform.Observability.Metrics;

/// <summary>What was measured since the start, by instrument.</summary>
internal sealed class MetricStore
{
    private readonly ConcurrentDictionary<string, Metric> _metrics = new(StringComparer.Ordinal);

    /// <summary>Asks the observable instruments for their present values.</summary>
    public Action? Observe { get; set; }

    public IEnumerable<Metric> All => _metrics.Values.OrderBy(m => m.Name, StringComparer.Ordinal);

    public Metric For(Instrument instrument)
    {
        var metric = Metric.Of(instrument);
        return _metrics.GetOrAdd(metric.Name, metric);
    }
}
