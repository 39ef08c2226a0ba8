using System.Globalization;
using System.Text;

namespace SocialCrm.Host.Platform.Observability.Metrics;

/// <summary>Names, labels and numbers as Prometheus writes them (text format 0.0.4).</summary>
internal static class MetricText
{
    public static string Name(string name, string? unit, bool isCounter)
    {
        var suffix = unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            "1" => "_ratio",
            _ => "",
        };
        var text = Legal(name);
        text = text.EndsWith(suffix, StringComparison.Ordinal) ? text : text + suffix;
        return isCounter && !text.EndsWith("_total", StringComparison.Ordinal) ? text + "_total" : text;
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length > 0 ? "," : "").Append(Legal(name)).Append("=\"").Append(Escaped(value)).Append('"');
        }

        return text.ToString();
    }

    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escaped(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture)?
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) ?? "";

    private static string Legal(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
