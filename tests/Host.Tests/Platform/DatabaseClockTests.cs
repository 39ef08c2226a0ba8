using SocialCrm.Host.Platform.Database.Postgres;

namespace SocialCrm.Host.Tests.Platform;

public sealed class DatabaseClockTests
{
    private static readonly DateTime DatabaseTime = new(2031, 3, 4, 5, 6, 7, DateTimeKind.Utc);

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task Node_whose_clock_is_an_hour_off_should_go_by_the_database(int minutes)
    {
        var machine = new Machine { Now = DatabaseTime.AddMinutes(minutes) };
        var clock = new DatabaseClock(machine);

        Assert.True(await clock.SetAsync(() => Task.FromResult(DatabaseTime)));
        Assert.Equal(DatabaseTime, clock.GetUtcNow().UtcDateTime);

        // Once the machine's clock is set right, it is gone by again.
        machine.Now = DatabaseTime;
        Assert.True(await clock.SetAsync(() => Task.FromResult(DatabaseTime)));
        Assert.Equal(DatabaseTime, clock.GetUtcNow().UtcDateTime);
        Assert.False(await clock.SetAsync(() => Task.FromResult(DatabaseTime)));
    }

    [Fact]
    public async Task Usual_difference_should_be_left_alone()
    {
        var clock = new DatabaseClock(new Machine { Now = DatabaseTime.AddSeconds(1) });

        Assert.False(await clock.SetAsync(() => Task.FromResult(DatabaseTime)));

        Assert.Equal(DatabaseTime.AddSeconds(1), clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Answer_that_was_long_on_its_way_should_set_nothing()
    {
        var machine = new Machine { Now = DatabaseTime };
        var clock = new DatabaseClock(machine);

        Assert.False(await clock.SetAsync(() =>
        {
            machine.Now += TimeSpan.FromSeconds(10);
            return Task.FromResult(DatabaseTime);
        }));

        Assert.Equal(machine.Now, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>A machine whose time stands still until it is set.</summary>
    private sealed class Machine : TimeProvider
    {
        public DateTime Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);

        public override long GetTimestamp() => Now.Ticks;
    }
}
