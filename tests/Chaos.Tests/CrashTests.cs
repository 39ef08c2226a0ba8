using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

public sealed class CrashTests
{
    private const int Crashes = 5;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Acknowledged_messages_should_be_there_once_and_in_order_when_the_server_is_killed(Database database)
    {
        await using var storage = await Storage.CreateAsync(database);
        await using var server = new ServerProcess(storage.Place);
        await server.StartAsync();
        var installation = await Installation.SetUpAsync(server);
        await using var crowd = new Crowd([server], installation);

        for (var crash = 0; crash < Crashes; crash++)
        {
            await crowd.HasDeliveredAsync(Random.Shared.Next(20, 150));
            await server.KillAsync();
            await server.StartAsync();
        }

        await crowd.HasDeliveredAsync(50);
        await crowd.FinishAsync();
        await Reckoning.HoldsAsync(crowd, server, installation);
    }
}
