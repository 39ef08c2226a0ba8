using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialCrm.Host.Platform.Observability.Metrics;

/// <summary>All metrics in Prometheus' text format. They hold counts and durations only, no tenant's name or words.</summary>
internal static class MetricsPage
{
    public static ContentHttpResult Answer(MetricStore store)
    {
        store.Observe?.Invoke();
        var text = new StringBuilder();
        foreach (var metric in store.All)
        {
            Write(text, metric);
        }

        return TypedResults.Text(text.ToString(), "text/plain; version=0.0.4; charset=utf-8");
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        text.Append("# HELP ").Append(metric.Name).Append(' ').Append(metric.Help.ReplaceLineEndings(" ")).Append('\n');
        text.Append("# TYPE ").Append(metric.Name).Append(' ').Append(TypeOf(metric.Kind)).Append('\n');
        foreach (var (labels, series) in metric.AllSeries)
        {
            if (metric.Kind == MetricKind.Histogram)
            {
                WriteHistogram(text, metric.Name, labels, series);
            }
            else
            {
                WriteLine(text, metric.Name, labels, series.Read().Value);
            }
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, Series series)
    {
        var (sum, count, buckets) = series.Read();
        var before = labels.Length > 0 ? labels + "," : "";
        foreach (var (bound, below) in buckets)
        {
            WriteLine(text, name + "_bucket", $"{before}le=\"{MetricText.Number(bound)}\"", below);
        }

        WriteLine(text, name + "_bucket", before + "le=\"+Inf\"", count);
        WriteLine(text, name + "_sum", labels, sum);
        WriteLine(text, name + "_count", labels, count);
    }

    private static void WriteLine(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(MetricText.Number(value)).Append('\n');
    }

    private static string TypeOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter or MetricKind.ObservedCounter => "counter",
        MetricKind.UpDown or MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
    };
}
