using System.Diagnostics.Metrics;

namespace SocialCrm.Host.Platform.Observability.Metrics;

/// <summary>Listens to our own meters, the runtime's and the web server's, for as long as the server runs.</summary>
internal sealed class MetricCollector(MetricStore store, IMeterFactory meters) : IHostedService, IDisposable
{
    private static readonly string[] OthersMeters = ["System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];
    private readonly MeterListener _listener = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsHeard(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument, store.For(instrument));
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Record(state, value, tags));
        _listener.Start();
        store.Observe = _listener.RecordObservableInstruments;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Observe = null;
        return Task.CompletedTask;
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((Metric)state!).Record(value, tags);

    // A meter made by another server in this process, as in tests, bears that server's factory as its scope.
    private bool IsHeard(Meter meter) =>
        (meter.Name.StartsWith("SocialCrm.", StringComparison.Ordinal) || OthersMeters.Contains(meter.Name, StringComparer.Ordinal))
        && (meter.Scope is null || meter.Scope == meters);
}
