using SocialCrm.Host.Channels;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Polling;

public sealed class PollStepTests
{
    private static readonly ChannelDescriptor Feed = new() { Id = "feed", Name = "Feed", PollInterval = TimeSpan.FromMinutes(15), MinimumPollInterval = TimeSpan.FromMinutes(1) };

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(3, 240)]
    [InlineData(60, 3600)]
    public void Back_off_should_double_up_to_an_hour(int failures, double seconds)
    {
        var step = PollStep.After(PollResult.Failed("no"), Feed, failures, false, 0.5);

        Assert.Equal((seconds, failures + 1, true), (step.Wait!.Value.TotalSeconds, step.Failures, step.BacksOff));
        Assert.InRange(PollStep.After(PollResult.Failed("no"), Feed, failures, false, 0).Wait!.Value.TotalSeconds, seconds * 0.79, seconds * 0.81);
    }

    [Theory]
    [InlineData(5, 30)]
    [InlineData(600, 600)]
    [InlineData(10_000_000, 86_400)]
    public void Wait_that_the_network_asks_for_should_be_obeyed_up_to_a_day(int asked, double seconds) =>
        Assert.Equal(seconds, PollStep.After(PollResult.Failed("no", TimeSpan.FromSeconds(asked)), Feed, 0, false, 0.5).Wait!.Value.TotalSeconds);

    [Fact]
    public void Wish_of_the_connector_should_hold_between_the_minimum_and_a_week()
    {
        double Minutes(TimeSpan? wish) => PollStep.After(PollResult.Ok([], null) with { NextPollAfter = wish }, Feed, 0, false, 0).Wait!.Value.TotalMinutes;

        Assert.Equal((15, 1, 40, 10_080), (Minutes(null), Minutes(TimeSpan.Zero), Minutes(TimeSpan.FromMinutes(40)), Minutes(TimeSpan.FromDays(30))));
    }

    [Fact]
    public void Run_that_has_had_its_share_should_be_due_again_behind_the_others()
    {
        var more = PollResult.Ok([], "c") with { HasMore = true };

        Assert.Null(PollStep.After(more, Feed, 2, true, 0).Wait);
        Assert.Equal((TimeSpan.Zero, 0), (PollStep.After(more, Feed, 2, false, 0).Wait, PollStep.After(more, Feed, 2, false, 0).Failures));
    }
}
