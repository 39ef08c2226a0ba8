using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks;

/// <summary>What one run measured, for people and for programs.</summary>
internal sealed class Report
{
    private readonly StringBuilder _table;
    private readonly JsonObject _json;

    public Report(string name, string title)
    {
        _table = new StringBuilder().AppendLine(title);
        _json = new JsonObject { ["benchmark"] = name };
    }

    public Report Figure(string key, string label, double value, string unit, string format = "N1")
    {
        _table.AppendLine($"  {label,-58}{value.ToString(format, CultureInfo.InvariantCulture),12} {unit}");
        _json[key] = Math.Round(value, 3);
        return this;
    }

    /// <summary>Three percentiles of milliseconds.</summary>
    public Report Milliseconds(string key, string label, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return Figure($"{key}P50Ms", $"{label}, p50", Percentile(sorted, 0.50), "ms")
            .Figure($"{key}P95Ms", $"{label}, p95", Percentile(sorted, 0.95), "ms")
            .Figure($"{key}P99Ms", $"{label}, p99", Percentile(sorted, 0.99), "ms");
    }

    public Report Line(string text)
    {
        _table.AppendLine(text);
        return this;
    }

    public string Table() => _table.ToString();

    public string Json() => _json.ToJsonString();

    public static double Percentile(IReadOnlyList<double> sorted, double part) =>
        sorted.Count == 0 ? double.NaN : sorted[(int)Math.Ceiling(part * sorted.Count) - 1];
}
