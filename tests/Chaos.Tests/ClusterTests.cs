namespace SocialCrm.Chaos.Tests;

/// <summary>The loss of a primary. All other disasters, three nodes and as many rounds as wanted: <c>./bench.sh chaos</c>.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task Nothing_acknowledged_should_be_lost_when_the_primary_is_lost_under_load_and_its_standby_promoted() =>
        await Scenario().LosePrimaryAsync(TestContext.Current.CancellationToken);

    private static Scenario Scenario() => new(Random.Shared.Next(), line => TestContext.Current.TestOutputHelper?.WriteLine(line));
}
