using FsCheck;
using FsCheck.Fluent;
using SocialCrm.Host.Analytics;
using SocialCrm.Host.Conversations;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Analytics;

/// <summary>What is told of a conversation follows from what happened in it, whatever that was.</summary>
public sealed class ConversationCourseTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void Resolution_should_count_from_the_customers_first_message()
    {
        var course = Course(ConversationStatus.Resolved, [In(0), In(5), Out(20)], [By(60, ConversationStatus.Resolved)]);

        Assert.Equal([60], course.Resolutions.Select(r => r.Seconds));
        Assert.Equal([(0, 20, true), (20, 60, false)], Spans(course));
    }

    [Fact]
    public void Message_after_that_should_begin_another_episode()
    {
        var course = Course(
            ConversationStatus.Resolved, [In(0), Out(10), In(100), Out(130)], [By(20, ConversationStatus.Resolved), By(140, ConversationStatus.Resolved)]);

        Assert.Equal([20, 40], course.Resolutions.Select(r => r.Seconds));
        Assert.Equal([true, true], course.Responses.Select(r => r.IsFirst));
        Assert.Equal([(0, 10, true), (10, 20, false), (100, 130, true), (130, 140, false)], Spans(course));
    }

    [Fact]
    public void Opening_it_again_by_hand_should_take_the_resolution_back()
    {
        var course = Course(
            ConversationStatus.Resolved, [In(0), Out(10)],
            [By(20, ConversationStatus.Resolved), By(30, ConversationStatus.Open), By(90, ConversationStatus.Resolved)]);

        Assert.Equal([90], course.Resolutions.Select(r => r.Seconds));
        Assert.Equal([(0, 10, true), (10, 20, false), (30, 90, true)], Spans(course));
    }

    [Fact]
    public void History_that_arrived_resolved_should_have_been_open_until_its_last_message_and_count_no_resolution()
    {
        var course = Course(ConversationStatus.Resolved, [In(0), Out(10), In(15)], [], resolvedAt: 15);

        Assert.Empty(course.Resolutions);
        Assert.Equal([(0, 10, true), (10, 15, false)], Spans(course));
    }

    [Fact]
    public void Reply_that_did_not_leave_should_leave_it_our_turn()
    {
        var course = Course(ConversationStatus.Open, [In(0), Out(10)], [new(Id, At(12), ConversationStatus.Open, ByHand: false)]);

        Assert.Equal([(0, 10, true), (10, 12, false), (12, null, true)], Spans(course));
    }

    [Fact]
    public void It_should_stand_as_the_conversation_stands_whatever_happened_and_never_overlap()
    {
        Prop.ForAll(Pasts().ToArbitrary(), past =>
        {
            var course = ConversationCourse.Of(Guid.Empty, past);
            var running = course.Spans.Where(s => s.UntilAt is null).ToList();
            Assert.Equal(past.Status.IsUnresolved() ? [past.Status.IsOurTurn()] : [], running.Select(s => s.Ours));
            Assert.All(course.Spans, s => Assert.True(s.UntilAt is null || s.UntilAt > s.FromAt));
            Assert.All(course.Spans.Zip(course.Spans.Skip(1)), pair => Assert.True(pair.First.UntilAt <= pair.Second.FromAt));
            Assert.Equal(running.Count, course.Spans.SelectMany(s => s.Changes()).Sum(c => c.Change));
            Assert.All(course.Resolutions, r => Assert.True(r.Seconds >= 0 && r.Since <= r.At));
            Assert.All(course.Responses, r => Assert.True(r.Seconds >= 0));
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<ConversationPast> Pasts() =>
        from turns in Gen.ListOf(Gen.Zip(Gen.Choose(0, 50), Gen.Elements(MessageDirection.Inbound, MessageDirection.Outbound)))
        from steps in Gen.ListOf(Gen.Zip(Gen.Choose(0, 50), Gen.Zip(Gen.Elements(Enum.GetValues<ConversationStatus>()), Gen.Elements(true, false))))
        from status in Gen.Elements(Enum.GetValues<ConversationStatus>())
        from resolved in Gen.Choose(0, 60)
        select Past(
            status, [.. turns.Select(t => Turn(t.Item2, t.Item1)).OrderBy(t => t.At)],
            [.. steps.Select(s => new ConversationStep(Id, At(s.Item1), s.Item2.Item1, s.Item2.Item2)).OrderBy(s => s.At)], resolved);

    private static ConversationCourse Course(ConversationStatus status, ConversationTurn[] turns, ConversationStep[] steps, int? resolvedAt = null) =>
        ConversationCourse.Of(Guid.Empty, Past(status, turns, steps, resolvedAt));

    private static ConversationPast Past(ConversationStatus status, ConversationTurn[] turns, ConversationStep[] steps, int? resolvedAt) =>
        new(Id, Guid.Empty, status, At(0), resolvedAt is { } second ? At(second) : null) { Turns = turns, Steps = steps };

    private static IEnumerable<(int From, int? Until, bool Ours)> Spans(ConversationCourse course) =>
        course.Spans.Select(s => (Second(s.FromAt), s.UntilAt is { } until ? Second(until) : (int?)null, s.Ours));

    private static ConversationTurn In(int second) => Turn(MessageDirection.Inbound, second);

    private static ConversationTurn Out(int second) => Turn(MessageDirection.Outbound, second);

    private static ConversationTurn Turn(MessageDirection direction, int second) => new(Id, Guid.NewGuid(), Guid.Empty, direction, At(second));

    private static ConversationStep By(int second, ConversationStatus to) => new(Id, At(second), to, ByHand: true);

    private static DateTime At(int second) => DateTime.UnixEpoch.AddSeconds(second);

    private static int Second(DateTime at) => (int)(at - DateTime.UnixEpoch).TotalSeconds;
}
