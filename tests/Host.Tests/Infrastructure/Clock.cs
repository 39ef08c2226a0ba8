namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>Time that passes when it is told to.</summary>
internal sealed class Clock : TimeProvider
{
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public void Pass(TimeSpan time) => _now += time;
}
