using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion;

public abstract class DeadLetterTests(ServerFixture fixture)
{
    protected abstract string[] Poison { get; }

    protected abstract string Cure { get; }

    [Fact]
    public async Task Poisoned_message_should_stop_no_other_and_be_retried_or_discarded()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        using var channel = await TestChannel.CreateAsync((await server.NewTenantAsync(await server.SetUpAsync())).Owner);
        await RunAsync(server, Poison);

        await channel.AcceptedAsync([.. Enumerable.Range(0, 40).Select(i => TestChannel.Message($"m{i}", $"a{i % 3}", i is 7 or 20 ? "POISON" : "fine"))]);
        await Eventually.HoldsAsync("all but the poisoned", async () => (await channel.MessagesAsync()).Count == 38);
        var letters = await LettersAsync(channel, 2);
        Assert.Equal(["m20", "m7"], letters.Select(l => l.ExternalId).Order(StringComparer.Ordinal));
        Assert.All(letters, l => Assert.Contains("poisoned", l.Error, StringComparison.Ordinal));

        await RunAsync(server, Cure);
        await channel.Owner.PostAsync($"/api/v1/dead-letters/{letters.Single(l => l.ExternalId == "m7").Id}/retry");
        Assert.Equal("POISON", (await channel.ArrivedAsync("m7")).Text);
        await channel.Owner.PostAsync($"/api/v1/dead-letters/{letters.Single(l => l.ExternalId == "m20").Id}/discard");
        await LettersAsync(channel, 0);
        Assert.Equal(39, (await channel.MessagesAsync()).Count);
    }

    private static async Task<IReadOnlyList<DeadLetterView>> LettersAsync(TestChannel channel, int count) => await Eventually.FindsAsync(
        $"{count} dead letters",
        async () => (await channel.Owner.GetAsync<Page<DeadLetterView>>("/api/v1/dead-letters")).Items is { } items && items.Count == count ? items : null);

    private static async Task RunAsync(RealServer server, params string[] statements)
    {
        await using var session = await server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None);
        foreach (var statement in statements)
        {
            await session.ExecuteAsync(statement, SqlParameters.None, CancellationToken.None);
        }

        await session.CommitAsync(CancellationToken.None);
    }

    public sealed class OnSqlite(SqliteServer fixture) : DeadLetterTests(fixture)
    {
        protected override string[] Poison =>
            ["CREATE TRIGGER poison BEFORE INSERT ON interactions WHEN NEW.text = 'POISON' BEGIN SELECT RAISE(ABORT, 'poisoned'); END"];

        protected override string Cure => "DROP TRIGGER poison";
    }

    public sealed class OnPostgres(PostgresServer fixture) : DeadLetterTests(fixture)
    {
        protected override string[] Poison =>
        [
            "CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.text = 'POISON' THEN RAISE EXCEPTION 'poisoned'; END IF; RETURN NEW; END $$",
            "CREATE TRIGGER poison BEFORE INSERT ON interactions FOR EACH ROW EXECUTE FUNCTION poison()",
        ];

        protected override string Cure => "DROP TRIGGER poison ON interactions";
    }
}
