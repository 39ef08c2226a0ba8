using System.Net;
using Microsoft.AspNetCore.Hosting;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Tests.Infrastructure;
using static SocialCrm.Host.Tests.Ingestion.Imports.TestImport;

namespace SocialCrm.Host.Tests.Ingestion.Imports;

/// <summary>What happens to an import when its server stops, when a person stops it, and to others while it runs.</summary>
public abstract class ImportLifeTests(ServerFixture fixture)
{
    private const int Many = 12_000;

    private static string ManyRows() => string.Join('\n', Enumerable.Range(0, Many).Select(i => Row($"m{i}", $"Message {i}", $"author{i % 500}", $"t{i % 900}")));

    // With so low a mark the run rests after its first block and waits for the pipeline, again and again.
    private static void Slow(IWebHostBuilder builder) => builder.UseSetting("Imports:HighWater", "1").UseSetting("Ingestion:BatchSize", "100");

    [Fact]
    public async Task Import_should_go_on_on_another_node_with_every_row_once()
    {
        await using var database = await fixture.NewDatabaseAsync();
        TestImport import;
        Guid id;
        string email;
        await using (var first = await RealServer.StartAsync(database, Slow))
        {
            var owner = (await first.NewTenantAsync(await first.SetUpAsync())).Owner;
            email = (await owner.GetAsync<System.Text.Json.JsonElement>("/api/v1/session")).GetProperty("user").GetProperty("email").GetString()!;
            import = await CreateAsync(owner);
            id = await import.StartAsync(ManyRows());
            await Eventually.HoldsAsync("a part of it", async () => (await owner.GetAsync<ImportView>($"/api/v1/imports/{id}")).Read > 0);
        }

        await using var second = await RealServer.StartAsync(database);
        var again = new TestImport(await second.SignInAsync(email), import.Channel);
        var done = await again.FinishedAsync(id);

        Assert.Equal((ImportState.Completed, Many, Many, 0, 0), (done.State, done.Read, done.Accepted, done.Duplicates, done.Errors));
    }

    [Fact]
    public async Task Cancelled_import_should_keep_what_it_had_read_and_be_taken_up_by_the_same_file()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database, Slow);
        var owner = (await server.NewTenantAsync(await server.SetUpAsync())).Owner;
        var import = await CreateAsync(owner);
        var id = await import.StartAsync(ManyRows());
        await Eventually.HoldsAsync("a part of it", async () => (await owner.GetAsync<ImportView>($"/api/v1/imports/{id}")).Read > 0);

        var cancelled = await owner.PostAsync<ImportView>($"/api/v1/imports/{id}/cancel");
        Assert.Equal(ImportState.Cancelled, cancelled.State);
        await Eventually.HoldsAsync("what was read to be in", async () => (await owner.GetAsync<ImportView>($"/api/v1/imports/{id}")) is var now && now.Accepted == now.Read);
        var kept = await owner.GetAsync<ImportView>($"/api/v1/imports/{id}");
        Assert.InRange(kept.Read, 1, Many - 1);

        var done = await import.RunAsync(ManyRows());
        Assert.Equal((Many, Many - kept.Read, kept.Read), (done.Read, done.Accepted, done.Duplicates));
    }

    [Fact]
    public async Task File_over_the_limit_should_be_refused_with_the_limit()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database, b => b.UseSetting("Imports:MostMegabytes", "1"));
        var owner = (await server.NewTenantAsync(await server.SetUpAsync())).Owner;
        var import = await CreateAsync(owner);
        using var form = Form(new string('x', 1_500_000));

        var problem = await owner.ProblemAsync(HttpMethod.Post, $"/api/v1/channels/{import.Channel}/imports", form, HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("1 MiB", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_messages_should_be_taken_in_while_an_import_waits()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database, b =>
        {
            Slow(b);
            b.UseSetting("Ingestion:HighWater", "50");
        });
        var owner = (await server.NewTenantAsync(await server.SetUpAsync())).Owner;
        var import = await CreateAsync(owner);
        using var channel = await TestChannel.CreateAsync(owner);
        var id = await import.StartAsync(ManyRows());
        await Eventually.HoldsAsync("a part of it", async () => (await owner.GetAsync<ImportView>($"/api/v1/imports/{id}")).Read > 0);

        await channel.AcceptedAsync(TestChannel.Message("live", "eve", "Is anybody there?"));
        await channel.ArrivedAsync("live");

        Assert.Null((await owner.GetAsync<ImportView>($"/api/v1/imports/{id}")).FinishedAt);
    }

    public sealed class OnSqlite(SqliteServer fixture) : ImportLifeTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ImportLifeTests(fixture);
}
