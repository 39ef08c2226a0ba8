using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

public sealed class TwoNodesTests
{
    [Fact]
    public async Task Messages_should_be_there_once_and_in_order_when_two_nodes_take_them_in_and_one_is_killed()
    {
        await using var storage = await Storage.CreateAsync(Database.Postgres);
        await using var one = new ServerProcess(storage.Place);
        await using var other = new ServerProcess(storage.Place);
        await one.StartAsync();
        await other.StartAsync();
        var installation = await Installation.SetUpAsync(one);
        await using var crowd = new Crowd([one, other], installation);

        await crowd.HasDeliveredAsync(400);
        await other.KillAsync();
        await crowd.HasDeliveredAsync(100);
        await other.StartAsync();
        await crowd.HasDeliveredAsync(200);

        await crowd.FinishAsync();
        await Reckoning.HoldsAsync(crowd, other, installation);
    }
}
