using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

public sealed class ImportCrashTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Every_row_should_be_in_once_and_each_answer_in_its_conversation_when_the_server_is_killed(Database database)
    {
        await using var storage = await Storage.CreateAsync(database);

        // A block is read only when the one before has been processed, in small batches: there is time to die in each.
        await using var server = new ServerProcess(storage.Place, "--Imports:HighWater=1", "--Ingestion:BatchSize=100");
        await server.StartAsync();
        var installation = await Installation.SetUpAsync(server);
        using var history = new History(server, installation);
        await history.StartAsync();

        await CrashAsync(server);
        foreach (var accepted in (int[])[Random.Shared.Next(1, 500), Random.Shared.Next(900, 1500)])
        {
            await history.ReachesAsync(now => now.Accepted >= accepted);
            await CrashAsync(server);
        }

        await history.ReachesAsync(now => now.Read == history.Rows);
        await CrashAsync(server);
        await history.ReachesAsync(now => now.State == "completed");
        await HoldsAsync(history, server, installation);
    }

    private static async Task CrashAsync(ServerProcess server)
    {
        await server.KillAsync();
        await server.StartAsync();
    }

    private static async Task HoldsAsync(History history, ServerProcess server, Installation installation)
    {
        using var records = new Records(server, installation);
        Assert.Equal((history.Rows, history.Messages.Count, history.Repeated, history.Faulty, "completed"), await history.StandsAsync());
        Assert.Equal(history.Faulty, (await history.ErrorsAsync(records)).Count);
        var found = await records.MessagesAsync();
        Assert.Equal(history.Messages.Keys.Order(), found.Select(m => m["externalId"]!.GetValue<string>()).Order());
        Assert.Equivalent(history.InboundByAuthor, await records.InboundAsync(), strict: true);
        Assert.Empty(await records.DeadLettersAsync());

        var conversations = found.ToDictionary(m => m["externalId"]!.GetValue<string>(), m => m["conversationId"]!.GetValue<string>());
        var outbound = found.Where(m => m["direction"]!.GetValue<string>() == "outbound").Select(m => m["externalId"]!.GetValue<string>()).ToHashSet();
        Assert.All(history.Messages, message =>
        {
            Assert.Equal(message.Value is not null, outbound.Contains(message.Key));
            Assert.Equal(conversations[message.Value ?? message.Key], conversations[message.Key]);
        });
    }
}
