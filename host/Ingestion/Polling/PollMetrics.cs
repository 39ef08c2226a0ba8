using System.Diagnostics.Metrics;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>What an operator watches of the polls: how many, how they end, how late they are and how long they take.</summary>
internal sealed class PollMetrics
{
    private readonly Counter<long> _polls;
    private readonly Counter<long> _lost;
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _duration;

    public PollMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("SocialCrm.Polling");
        _polls = meter.CreateCounter<long>("socialcrm_polls", description: "Polls of channels, by outcome");
        _lost = meter.CreateCounter<long>("socialcrm_polls_lost", description: "Polls that lost their lease and wrote nothing");
        _lag = meter.CreateHistogram<double>("socialcrm_poll_lag_seconds", "s", "From falling due to being started");
        _duration = meter.CreateHistogram<double>("socialcrm_poll_duration_seconds", "s", "Duration of a connector's poll");
    }

    public void Started(TimeSpan late) => _lag.Record(Math.Max(0, late.TotalSeconds));

    public void Lost() => _lost.Add(1);

    public void Polled(PollStatus status, TimeSpan took)
    {
        _polls.Add(1, new KeyValuePair<string, object?>("outcome", status.ToString()));
        _duration.Record(took.TotalSeconds);
    }
}
