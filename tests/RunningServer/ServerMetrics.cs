using System.Globalization;

namespace SocialCrm.RunningServer;

/// <summary>Reads the server's metrics as Prometheus does.</summary>
public sealed class ServerMetrics(HttpClient http)
{
    /// <summary>A metric without labels; 0 while nothing was measured.</summary>
    public async Task<double> ReadAsync(string name, CancellationToken ct = default)
    {
        var text = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), ct);
        var line = text.Split('\n').FirstOrDefault(l => l.StartsWith(name + " ", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[(name.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
