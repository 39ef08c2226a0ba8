using SocialCrm.Host.Ingestion;

namespace SocialCrm.Host.Tests.Ingestion;

public sealed class PendingMessageTests
{
    private static readonly DateTime Now = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Message_without_a_time_should_stand_after_what_its_author_wrote_before_whatever_the_clock_of_its_node_says()
    {
        var message = Received(Now, writtenAt: null);

        message.ComesAfter(Now.AddMilliseconds(300));

        Assert.Equal(Now.AddMilliseconds(300).AddMicroseconds(1), message.OccurredAt);
    }

    [Fact]
    public void Message_without_a_time_should_have_that_of_its_coming_where_nothing_speaks_against_it()
    {
        var first = Received(Now, writtenAt: null);
        var later = Received(Now, writtenAt: null);

        first.ComesAfter(null);
        later.ComesAfter(Now.AddSeconds(-3));

        Assert.Equal((Now, Now), (first.OccurredAt, later.OccurredAt));
    }

    [Fact]
    public void Message_whose_network_gives_a_time_should_keep_it()
    {
        var message = Received(Now, writtenAt: Now.AddHours(-1));

        message.ComesAfter(Now.AddSeconds(1));

        Assert.Equal(Now.AddHours(-1), message.OccurredAt);
    }

    [Fact]
    public void Message_should_not_follow_a_time_that_no_clock_is_off_by()
    {
        var message = Received(Now, writtenAt: null);

        message.ComesAfter(Now.AddHours(1));

        Assert.Equal(Now, message.OccurredAt);
    }

    private static PendingMessage Received(DateTime at, DateTime? writtenAt) => PendingMessages.Read(receivedAt: at, writtenAt: writtenAt);
}
