using SocialCrm.Host.Ingestion;

namespace SocialCrm.Host.Tests.Ingestion;

public sealed class LaneKeyTests
{
    [Fact]
    public void Authors_of_a_channel_should_have_lanes_that_no_other_channel_uses()
    {
        var one = Enumerable.Range(0, 1000).Select(i => LaneKey.BucketOf("channel:one", $"author-{i}")).ToHashSet();
        var other = Enumerable.Range(0, 1000).Select(i => LaneKey.BucketOf("channel:other", $"author-{i}")).ToHashSet();

        Assert.Equal((LaneKey.BucketsOfScope, LaneKey.BucketsOfScope), (one.Count, other.Count));
        Assert.Empty(one.Intersect(other));
        Assert.All(one.Concat(other), bucket => Assert.True(bucket >= 0));
    }

    [Fact]
    public void Bucket_from_before_channels_had_their_own_should_lead_to_the_lane_of_the_same_author()
    {
        var now = LaneKey.BucketOf("channel:one", "ann");

        Assert.Equal(now, LaneKey.InScope("channel:one", (short)(now % LaneKey.BucketsOfScope)));
        Assert.Equal(now, LaneKey.InScope("channel:one", now));
        Assert.Equal(-1, LaneKey.InScope("channel:one", -1));
    }
}
