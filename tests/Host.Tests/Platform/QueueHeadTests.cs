using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

public sealed class QueueHeadTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void First_look_should_begin_at_the_beginning() => Assert.Equal(0, new QueueHead(_clock).Next());

    [Fact]
    public void Look_should_begin_where_rows_were_ten_seconds_ago()
    {
        var head = new QueueHead(_clock);
        head.Next();
        head.Found(100);
        _clock.Pass(TimeSpan.FromSeconds(5));
        head.Found(200);

        Assert.Equal(0, head.Next());
        _clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(100, head.Next());
        _clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(200, head.Next());
    }

    [Fact]
    public void Once_a_minute_everything_should_be_looked_through()
    {
        var head = new QueueHead(_clock);
        head.Next();
        head.Found(100);
        _clock.Pass(TimeSpan.FromSeconds(59));
        Assert.Equal(100, head.Next());

        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(0, head.Next());
        Assert.Equal(100, head.Next());
    }
}
