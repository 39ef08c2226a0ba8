using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

public sealed class ShutdownTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Server_should_end_in_time_and_lose_nothing_when_it_is_stopped_under_load(Database database)
    {
        await using var storage = await Storage.CreateAsync(database);
        await using var server = new ServerProcess(storage.Place);
        await server.StartAsync();
        var installation = await Installation.SetUpAsync(server);
        await using var crowd = new Crowd([server], installation);
        await crowd.HasDeliveredAsync(200);

        Assert.Equal(0, await server.TerminateAsync(Limit));

        await server.StartAsync();
        await crowd.HasDeliveredAsync(50);
        await crowd.FinishAsync();
        await Reckoning.HoldsAsync(crowd, server, installation);
    }
}
