using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

/// <summary>
/// What keeps search true stands in the database and not in the model, so that a migration can lose it without a word: on
/// SQLite, where EF Core changes a table by making it anew, its triggers go with the old one.
/// </summary>
internal static class SearchUpkeep
{
    private static readonly string[] Expected =
    [
        "identities_search_added", "identities_search_changed", "identities_search_removed",
        "interactions_search_added", "interactions_search_changed", "interactions_search_removed",
    ];

    private static readonly string[] ExpectedIndexes = ["ix_identities_search_words", "ix_interactions_search_words"];

    /// <summary>Search follows a row that is added, changed and removed, however that is done.</summary>
    public static async Task HoldsAsync(RealServer server, TestChannel channel)
    {
        var database = server.Services.GetRequiredService<ICrmDatabase>();
        var onPostgres = database.Dialect.AnnounceInboxIds is not null;
        Assert.Equal(onPostgres ? ExpectedIndexes : Expected, await NamesAsync(database, onPostgres));

        await channel.AcceptedAsync(TestChannel.Message("upkeep", "quokka", "An aardvark sleeps"));
        await channel.ArrivedAsync("upkeep");
        Assert.Equal((1, 0), (await MessagesAsync(channel, "aardvark"), await MessagesAsync(channel, "zebra")));
        Assert.Equal(1, await CustomersAsync(channel, "quokka"));

        await ChangeAsync(database, channel, "UPDATE interactions SET text = 'A zebra sleeps' WHERE external_id = 'upkeep' AND channel_id = @channel");
        await ChangeAsync(database, channel, "UPDATE identities SET name = 'Wombat' WHERE external_id = 'quokka' AND channel_id = @channel");
        Assert.Equal((0, 1), (await MessagesAsync(channel, "aardvark"), await MessagesAsync(channel, "zebra")));
        Assert.Equal(1, await CustomersAsync(channel, "wombat"));

        await ChangeAsync(database, channel, "DELETE FROM interactions WHERE external_id = 'upkeep' AND channel_id = @channel");
        await ChangeAsync(database, channel, "DELETE FROM message_registry WHERE external_id = 'upkeep' AND channel_id = @channel");
        Assert.Equal(0, await MessagesAsync(channel, "zebra"));
        await channel.AcceptedAsync(TestChannel.Message("upkeep", "quokka", "An aardvark again"));
        await channel.ArrivedAsync("upkeep");
        Assert.Equal((1, 0), (await MessagesAsync(channel, "aardvark"), await MessagesAsync(channel, "zebra")));
        await ChangeAsync(database, channel, "DELETE FROM interactions WHERE external_id = 'upkeep' AND channel_id = @channel");
    }

    private static async Task<List<string>> NamesAsync(ICrmDatabase database, bool onPostgres)
    {
        await using var session = await database.ReadAsync(CancellationToken.None);
        return await session.QueryAsync(
            onPostgres
                ? "SELECT indexname::text FROM pg_indexes WHERE indexname LIKE 'ix\\_%\\_search\\_words' AND tablename IN ('interactions', 'identities') ORDER BY 1"
                : "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name",
            SqlParameters.None, row => row.GetString(0), CancellationToken.None);
    }

    private static async Task ChangeAsync(ICrmDatabase database, TestChannel channel, string sql)
    {
        await using var session = await database.WriteAsync(CancellationToken.None);
        Assert.Equal(1, await session.ExecuteAsync(sql, new() { ["channel"] = channel.Id }, CancellationToken.None));
        await session.CommitAsync(CancellationToken.None);
    }

    private static async Task<int> MessagesAsync(TestChannel channel, string q) =>
        (await channel.Owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?q={q}")).Items.Count;

    private static async Task<int> CustomersAsync(TestChannel channel, string q) =>
        (await channel.Owner.GetAsync<Page<CustomerView>>($"/api/v1/customers?q={q}")).Items.Count;
}
