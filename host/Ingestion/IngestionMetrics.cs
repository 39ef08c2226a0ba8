using System.Diagnostics.Metrics;

namespace SocialCrm.Host.Ingestion;

/// <summary>What an operator watches: how much waits, how old it is, what was done and how long it took.</summary>
internal sealed class IngestionMetrics
{
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _processed;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _latency;
    private readonly Histogram<double> _batch;
    private long _depth;
    private double _age;

    public IngestionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("SocialCrm.Ingestion");
        _accepted = meter.CreateCounter<long>("socialcrm_messages_accepted", description: "Messages stored in the inbox");
        _processed = meter.CreateCounter<long>("socialcrm_messages_processed", description: "Messages applied");
        _failed = meter.CreateCounter<long>("socialcrm_messages_failed", description: "Messages that went to the dead letters");
        _refused = meter.CreateCounter<long>("socialcrm_webhooks_refused", description: "Webhook requests refused, by status");
        _latency = meter.CreateHistogram<double>("socialcrm_message_latency_seconds", "s", "From acceptance to being applied");
        _batch = meter.CreateHistogram<double>("socialcrm_batch_duration_seconds", "s", "Duration of a batch transaction");
        meter.CreateObservableGauge("socialcrm_inbox_depth", () => Volatile.Read(ref _depth), description: "Messages waiting in the inbox");
        meter.CreateObservableGauge("socialcrm_inbox_age_seconds", () => Volatile.Read(ref _age), "s", "Age of the oldest waiting message");
    }

    public void SetInbox(long depth, TimeSpan age)
    {
        Volatile.Write(ref _depth, depth);
        Volatile.Write(ref _age, Math.Max(0, age.TotalSeconds));
    }

    public void Accepted(int count) => _accepted.Add(count);

    public void Refused(int status) => _refused.Add(1, new KeyValuePair<string, object?>("status", status));

    public void Failed() => _failed.Add(1);

    public void Processed(IReadOnlyList<TimeSpan> latencies, TimeSpan duration)
    {
        _processed.Add(latencies.Count);
        _batch.Record(duration.TotalSeconds);
        foreach (var latency in latencies)
        {
            _latency.Record(Math.Max(0, latency.TotalSeconds));
        }
    }
}
