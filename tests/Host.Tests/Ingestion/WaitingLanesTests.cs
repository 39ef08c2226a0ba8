using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion;

public sealed class WaitingLanesTests : IDisposable
{
    private const int InFlood = 2;

    private static readonly Guid Ours = Guid.NewGuid();
    private static readonly Guid Theirs = Guid.NewGuid();

    private readonly Clock _clock = new();
    private readonly WaitingLanes _waiting;

    public WaitingLanesTests() => _waiting = new WaitingLanes(_clock);

    public void Dispose() => _waiting.Dispose();

    [Fact]
    public void One_worker_takes_all_lanes_of_a_tenant_while_little_comes()
    {
        _waiting.Add([Lane(1), Lane(2), Lane(3)]);

        using var turn = _waiting.Begin()!;

        Assert.Equal([Lane(1), Lane(2), Lane(3)], turn.Take(InFlood));
        _waiting.Add([Lane(4)]);
        Assert.Null(_waiting.Begin());
    }

    [Fact]
    public void What_comes_while_a_turn_gathers_is_part_of_it()
    {
        _waiting.Add([Lane(1)]);
        using var turn = _waiting.Begin()!;

        _waiting.Add([Lane(2)]);

        Assert.Equal([Lane(1), Lane(2)], turn.Take(InFlood));
    }

    [Fact]
    public void Another_tenant_does_not_wait_for_the_turn_of_the_first()
    {
        _waiting.Add([Lane(1)]);
        using var first = _waiting.Begin()!;
        first.Take(InFlood);

        _waiting.Add([Lane(1) with { TenantId = Theirs }]);
        using var second = _waiting.Begin();

        Assert.Equal([Lane(1) with { TenantId = Theirs }], second?.Take(InFlood));
    }

    [Fact]
    public void Live_messages_go_before_imports()
    {
        _waiting.Add([Lane(1) with { Class = LaneClass.Import }, Lane(1) with { TenantId = Theirs }]);

        using var turn = _waiting.Begin()!;

        Assert.Equal(LaneClass.Live, Assert.Single(turn.Take(InFlood)).Class);
    }

    [Fact]
    public void Whoever_has_had_least_service_is_next()
    {
        _waiting.Add([Lane(1)]);
        Finish(_waiting.Begin()!, count: 100, full: false, left: [Lane(1)]);
        _waiting.Add([Lane(1) with { TenantId = Theirs }]);

        using var turn = _waiting.Begin()!;

        Assert.Equal(Theirs, Assert.Single(turn.Take(InFlood)).TenantId);
    }

    [Fact]
    public void Several_workers_share_a_flood()
    {
        _waiting.Add([Lane(1), Lane(2), Lane(3), Lane(4)]);
        Finish(_waiting.Begin()!, count: 500, full: true, left: [Lane(1), Lane(2), Lane(3), Lane(4)]);

        using var first = _waiting.Begin()!;
        var ofFirst = first.Take(InFlood);
        using var second = _waiting.Begin()!;
        var ofSecond = second.Take(InFlood);

        Assert.Equal([Lane(1), Lane(2)], ofFirst);
        Assert.Equal([Lane(3), Lane(4)], ofSecond);
        Assert.Null(_waiting.Begin());
    }

    [Fact]
    public void An_emptied_lane_is_forgotten()
    {
        _waiting.Add([Lane(1)]);

        Finish(_waiting.Begin()!, count: 1, full: false);

        Assert.Null(_waiting.Begin());
    }

    [Fact]
    public void A_lane_to_which_something_was_appended_after_it_was_taken_is_looked_at_again()
    {
        _waiting.Add([Lane(1)]);
        var turn = _waiting.Begin()!;
        turn.Take(InFlood);

        _waiting.Add([Lane(1)]);
        Finish(turn, count: 1, full: false);

        using var next = _waiting.Begin();
        Assert.Equal([Lane(1)], next?.Take(InFlood));
    }

    [Fact]
    public void A_turn_that_was_not_done_leaves_its_lanes_waiting()
    {
        _waiting.Add([Lane(1)]);
        var turn = _waiting.Begin()!;
        turn.Take(InFlood);

        turn.Read(new LaneReading([], new HashSet<LaneKey>(), IsFull: false, IsHeldBack: false));
        turn.Dispose();

        using var next = _waiting.Begin();
        Assert.Equal([Lane(1)], next?.Take(InFlood));
    }

    [Fact]
    public void A_turn_that_takes_long_does_not_hold_up_what_comes_after()
    {
        _waiting.Add([Lane(1)]);
        using var hanging = _waiting.Begin()!;
        hanging.Take(InFlood);
        _waiting.Add([Lane(1), Lane(2)]);
        Assert.Null(_waiting.Begin());

        _clock.Pass(TimeSpan.FromSeconds(1));

        using var next = _waiting.Begin();
        Assert.Equal([Lane(2)], next?.Take(InFlood));
    }

    [Fact]
    public async Task A_worker_is_woken_by_what_comes()
    {
        var woken = _waiting.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(woken.IsCompleted);

        _waiting.Add([Lane(1)]);

        await woken.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private static LaneKey Lane(short bucket) => new(Ours, LaneClass.Live, bucket);

    private static void Finish(LaneTurn turn, int count, bool full, LaneKey[]? left = null)
    {
        if (turn.Taken.Count == 0)
        {
            turn.Take(InFlood);
        }

        var messages = Enumerable.Range(1, count).Select(i => PendingMessages.Read(Lane(1), i)).ToList();
        turn.Read(new LaneReading([new LaneHead(Lane(1), 0, messages)], (left ?? []).ToHashSet(), full, IsHeldBack: false));
        turn.Done();
        turn.Dispose();
    }
}
