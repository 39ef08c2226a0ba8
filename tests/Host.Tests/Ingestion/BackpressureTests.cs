using System.Net;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion;

public abstract class BackpressureTests(ServerFixture fixture)
{
    [Fact]
    public async Task Sender_should_be_asked_to_wait_when_too_much_is_waiting_and_nothing_accepted_be_dropped()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database, host =>
        {
            host.UseSetting("Ingestion:HighWater", "3");
            host.UseSetting("Ingestion:GrowMilliseconds", "1000");
        });
        using var channel = await TestChannel.CreateAsync((await server.NewTenantAsync(await server.SetUpAsync())).Owner);
        await channel.AcceptedAsync([.. Enumerable.Range(0, 5).Select(i => TestChannel.Message($"m{i}", "ann", "hello"))]);
        using var refused = await channel.PostAsync(TestChannel.Message("later", "ann", "hello"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);

        await Eventually.HoldsAsync("room again", async () =>
        {
            using var response = await channel.PostAsync(TestChannel.Message("later", "ann", "hello"));
            return response.StatusCode == HttpStatusCode.Accepted;
        });
        await channel.ArrivedAsync("later");
        Assert.Equal(6, (await channel.MessagesAsync()).Count);
    }

    public sealed class OnSqlite(SqliteServer fixture) : BackpressureTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : BackpressureTests(fixture);
}
