namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>
/// This machine's time, set right by the database's where the two differ: what one node writes as due, read or expired is looked at
/// by the others. A difference that clocks usually have is left alone. Measuring it has errors of its own, which would put
/// messages that one author sent to two nodes out of order.
/// </summary>
internal sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);
    private long _offset;

    /// <summary>What is added to this machine's time.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Volatile.Read(ref _offset));

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks for the database's time and goes by it from then on. True when that changes what this says.</summary>
    public async Task<bool> SetAsync(Func<Task<DateTime>> ask)
    {
        var (asked, started) = (machine.GetUtcNow(), machine.GetTimestamp());
        var answer = new DateTimeOffset(await ask(), TimeSpan.Zero);
        var took = machine.GetElapsedTime(started);
        if (took > Usual)
        {
            return false; // Anything may be meant by an answer this old.
        }

        var offset = answer - (asked + (took / 2));
        var before = Interlocked.Exchange(ref _offset, offset.Duration() > Usual + took ? offset.Ticks : 0);
        return (TimeSpan.FromTicks(before) - Offset).Duration() > Usual;
    }
}
