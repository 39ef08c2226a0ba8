namespace SocialCrm.Chaos.Tests;

public sealed class ClusterTests
{
    // Longer than a session may idle in a transaction: what a node that stands still had begun is taken from it.
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Nothing_acknowledged_should_be_lost_doubled_or_miscounted_when_one_disaster_after_another_strikes_three_nodes() =>
        await Scenario().StrikeWithEachAsync(Standstill, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Nothing_acknowledged_should_be_lost_when_the_primary_is_lost_under_load_and_its_standby_promoted() =>
        await Scenario().LosePrimaryAsync(TestContext.Current.CancellationToken);

    private static Scenario Scenario() => new(Random.Shared.Next(), line => TestContext.Current.TestOutputHelper?.WriteLine(line));
}
