using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Tests.Conversations;
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
        var told = Assert.Single((await channel.Owner.GetAsync<Page<NotificationItem>>("/api/v1/notifications")).Items);
        Assert.Equal((NotificationKind.DeadLetters, 2), (told.Kind, told.Count));

        await RunAsync(server, Cure);
        await channel.Owner.PostAsync($"/api/v1/dead-letters/{letters.Single(l => l.ExternalId == "m7").Id}/retry");
        Assert.Equal("POISON", (await channel.ArrivedAsync("m7")).Text);
        await channel.Owner.PostAsync($"/api/v1/dead-letters/{letters.Single(l => l.ExternalId == "m20").Id}/discard");
        await LettersAsync(channel, 0);
        Assert.Equal(39, (await channel.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Several_should_be_retried_in_their_authors_order_and_each_once_however_often_it_is_asked()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var admin = await server.SetUpAsync();
        using var channel = await TestChannel.CreateAsync((await server.NewTenantAsync(admin)).Owner);
        await RunAsync(server, Poison);
        for (var i = 0; i < 12; i++)
        {
            await channel.AcceptedAsync(TestChannel.Message($"m{i:00}", $"a{i % 2}", "POISON", $"t{i % 2}"));
        }

        await LettersAsync(channel, 12);
        await RunAsync(server, Cure);
        var all = new DeadLetterSelection(Filter: new DeadLetterChoice(channel.Id, "POISONED"));

        var settled = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => channel.Owner.PostAsync<SettledDeadLetters>("/api/v1/dead-letters/retry", all)));

        Assert.Equal(12, settled.Sum(s => s.Count));
        Assert.All(settled, s => Assert.False(s.More));
        await channel.ArrivedAsync("m10");
        await channel.ArrivedAsync("m11");
        var arrived = (await channel.MessagesAsync()).OrderBy(m => m.Id).ToLookup(m => m.Author!.Handle ?? m.Author.Name, m => m.ExternalId);
        Assert.Equal(["m00", "m02", "m04", "m06", "m08", "m10"], arrived["a0"]);
        Assert.Equal(["m01", "m03", "m05", "m07", "m09", "m11"], arrived["a1"]);
        var entry = Assert.Single((await channel.Owner.GetAsync<Page<AuditItem>>("/api/v1/audit")).Items, a => a.Action == "dead-letter.retry");
        Assert.StartsWith("12 messages: m00, m01", entry.Detail!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_should_choose_what_is_listed_counted_and_discarded()
    {
        var (tenant, other) = (await fixture.NewTenantAsync(), await fixture.NewTenantAsync());
        var (shop, forum) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(tenant, shop, "Timeout: the database was away", 1);
        await AddAsync(tenant, shop, "JsonException: broken", 2);
        await AddAsync(tenant, forum, "JsonException: also broken", 3);
        await AddAsync(other, shop, "JsonException: of somebody else", 4);

        Assert.Equal(["x3", "x2", "x1"], await ListAsync(tenant, ""));
        Assert.Equal(["x2", "x1"], await ListAsync(tenant, $"channel={shop}"));
        Assert.Equal(["x3", "x2"], await ListAsync(tenant, "error=jsonexception"));
        Assert.Equal(["x2"], await ListAsync(tenant, $"error=broken&from={Seed.At(2):O}&to={Seed.At(3):O}"));
        Assert.Equal(2, (await tenant.Owner.GetAsync<DeadLetterCount>("/api/v1/dead-letters/count?error=broken")).Count);
        Assert.Equal((3, Seed.At(1)), (await tenant.Owner.GetAsync<DeadLetterCount>("/api/v1/dead-letters/count")) is var count ? (count.Count, count.OldestAt) : default);

        var discarded = await tenant.Owner.PostAsync<SettledDeadLetters>("/api/v1/dead-letters/discard", new DeadLetterSelection(Filter: new DeadLetterChoice(Error: "broken", To: Seed.At(3))));
        Assert.Equal(1, discarded.Count);
        var left = (await tenant.Owner.GetAsync<Page<DeadLetterView>>("/api/v1/dead-letters")).Items.Select(d => d.Id).ToList();
        var foreign = (await other.Owner.GetAsync<Page<DeadLetterView>>("/api/v1/dead-letters")).Items.Single().Id;
        Assert.Equal(2, (await tenant.Owner.PostAsync<SettledDeadLetters>("/api/v1/dead-letters/discard", new DeadLetterSelection([.. left, foreign]))).Count);
        Assert.Equal(HttpStatusCode.NotFound, await tenant.Owner.StatusAsync(HttpMethod.Post, "/api/v1/dead-letters/discard", new DeadLetterSelection(left)));
        Assert.Equal(0, (await tenant.Owner.PostAsync<SettledDeadLetters>("/api/v1/dead-letters/retry", new DeadLetterSelection(Filter: new DeadLetterChoice()))).Count);
        Assert.Equal(1, (await other.Owner.GetAsync<DeadLetterCount>("/api/v1/dead-letters/count")).Count);
        Assert.Equal(["dead-letter.discard", "dead-letter.discard"], (await tenant.Owner.GetAsync<Page<AuditItem>>("/api/v1/audit")).Items.Select(a => a.Action).Where(a => a.StartsWith("dead", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Request_that_chooses_nothing_or_too_much_should_be_refused()
    {
        var tenant = await fixture.NewTenantAsync();
        var many = Enumerable.Range(0, 201).Select(_ => Guid.NewGuid()).ToList();
        foreach (var wrong in new DeadLetterSelection[] { new(), new([]), new(many), new([Guid.NewGuid()], new DeadLetterChoice()) })
        {
            await tenant.Owner.ProblemAsync(HttpMethod.Post, "/api/v1/dead-letters/retry", wrong, HttpStatusCode.BadRequest);
        }

        var (_, agent) = await tenant.MemberAsync(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Post, "/api/v1/dead-letters/discard", new DeadLetterSelection(Filter: new DeadLetterChoice())));
    }

    private static async Task<IEnumerable<string>> ListAsync(TestTenant tenant, string query) =>
        (await tenant.Owner.AllAsync<DeadLetterView>($"/api/v1/dead-letters?{query}", 1)).Select(d => d.ExternalId);

    private static async Task AddAsync(TestTenant tenant, Guid channel, string error, int minute)
    {
        await using var scope = tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        db.Add(new DeadLetter
        {
            TenantId = tenant.Id,
            Id = Guid.CreateVersion7(),
            ChannelId = channel,
            ExternalId = $"x{minute}",
            Class = LaneClass.Live,
            Bucket = 0,
            RawEventId = Guid.CreateVersion7(),
            RawIndex = 0,
            Payload = "{}",
            Error = error,
            Attempts = 1,
            ReceivedAt = Seed.At(minute),
            FailedAt = Seed.At(minute),
        });
        await db.SaveChangesAsync();
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
