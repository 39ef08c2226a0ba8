using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

public sealed class MetricsTests(SqliteServer fixture)
{
    [Fact]
    public async Task Instruments_of_a_slice_should_be_served_in_prometheus_format()
    {
        var server = await fixture.ServerAsync();
        using var meter = server.Services.GetRequiredService<IMeterFactory>().Create("SocialCrm.Testing");
        var accepted = meter.CreateCounter<long>("testing.accepted", "{message}", "Messages taken in.");
        accepted.Add(2, new KeyValuePair<string, object?>("channel", "a \"quoted\" one"));
        accepted.Add(3, new KeyValuePair<string, object?>("channel", "a \"quoted\" one"));
        meter.CreateHistogram<double>("testing.wait", "s").Record(0.3);
        meter.CreateUpDownCounter<int>("testing.open").Add(-4);
        meter.CreateObservableGauge("testing.depth", () => 17);

        var text = await server.Anonymous().Http.GetStringAsync("/metrics");

        Assert.Contains("# TYPE testing_accepted_total counter\ntesting_accepted_total{channel=\"a \\\"quoted\\\" one\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("testing_wait_seconds_bucket{le=\"0.25\"} 0\ntesting_wait_seconds_bucket{le=\"0.5\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("testing_wait_seconds_sum 0.3\ntesting_wait_seconds_count 1\n", text, StringComparison.Ordinal);
        Assert.Contains("testing_open -4\n", text, StringComparison.Ordinal);
        Assert.Contains("testing_depth 17\n", text, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes ", text, StringComparison.Ordinal);
    }
}
