using SocialCrm.Host.Customers;

namespace SocialCrm.Host.Tests.Customers;

public sealed class DecayingMeanTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(14);
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Mean_should_be_unknown_without_values() => Assert.Null(new DecayingMean().Value);

    [Fact]
    public void Value_should_count_half_after_a_half_life()
    {
        var mean = new DecayingMean().Add(-1, Start, +1, HalfLife).Add(1, Start + HalfLife, +1, HalfLife);

        // One whole +1 and one half -1: (1 - 0.5) / 1.5.
        Assert.Equal(1.0 / 3, mean.Value!.Value, 9);
    }

    [Fact]
    public void Mean_should_not_depend_on_the_order_of_values()
    {
        var values = Enumerable.Range(0, 40).Select(i => (Value: (i % 3) - 1.0, At: Start.AddHours(i * 37))).ToArray();
        var expected = Sum(values).Value!.Value;
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            random.Shuffle(values);
            Assert.Equal(expected, Sum(values).Value!.Value, 9);
        }
    }

    [Fact]
    public void Value_taken_out_should_be_as_if_never_put_in()
    {
        var without = new DecayingMean().Add(1, Start, +1, HalfLife).Add(0, Start.AddDays(3), +1, HalfLife);
        var with = without.Add(-1, Start.AddDays(9), +1, HalfLife).Add(-1, Start.AddDays(9), -1, HalfLife);

        Assert.Equal(without.Value!.Value, with.Value!.Value, 9);
    }

    [Fact]
    public void Mean_should_be_unknown_again_when_its_only_value_is_taken_out() =>
        Assert.Null(new DecayingMean().Add(1, Start, +1, HalfLife).Add(1, Start, -1, HalfLife).Value);

    [Fact]
    public void Sum_of_two_means_should_be_the_mean_of_all_their_values()
    {
        var one = new DecayingMean().Add(1, Start, +1, HalfLife).Add(-1, Start.AddDays(20), +1, HalfLife);
        var two = new DecayingMean().Add(1, Start.AddDays(5), +1, HalfLife);
        var all = one.Add(1, Start.AddDays(5), +1, HalfLife).Value!.Value;

        Assert.Equal(all, one.Plus(two, HalfLife).Value!.Value, 9);
        Assert.Equal(all, two.Plus(one, HalfLife).Value!.Value, 9);
        Assert.Equal(one.Value, one.Plus(new DecayingMean(), HalfLife).Value);
        Assert.Equal(one.Value, new DecayingMean().Plus(one, HalfLife).Value);
    }

    private static DecayingMean Sum(IEnumerable<(double Value, DateTime At)> values) =>
        values.Aggregate(new DecayingMean(), (mean, v) => mean.Add(v.Value, v.At, +1, HalfLife));
}
