using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Platform.Runs;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Ingestion.Replays;

/// <summary>Starting, stopping and following replays, and who may.</summary>
public abstract class ReplayLifeTests(ServerFixture fixture)
{
    private const string Classifier = "org.socialcrm.classifiers.builtin";
    private const string Path = "/api/v1/replays";

    [Fact]
    public async Task Organisation_should_have_one_replay_at_a_time_which_can_be_stopped()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, lead) = await tenant.MemberAsync(Role.Lead);
        var waiting = await WaitingAsync(tenant);

        var problem = await lead.ProblemAsync(HttpMethod.Post, Path, new { apply = true }, HttpStatusCode.Conflict);
        Assert.Equal("replay-running", problem.Slug);
        Assert.Equal(ReplayState.Cancelled, (await lead.PostAsync<ReplayView>($"{Path}/{waiting.Key}/cancel")).State);
        await lead.ProblemAsync(HttpMethod.Post, $"{Path}/{waiting.Key}/cancel", null, HttpStatusCode.Conflict);
        await lead.ProblemAsync(HttpMethod.Post, $"{Path}/{waiting.Key}/apply", null, HttpStatusCode.Conflict);

        // Another organisation has its own, and what was stopped keeps nobody from starting one.
        await (await fixture.NewTenantAsync()).Owner.PostAsync<ReplayView>(Path, new { });
        var next = await lead.PostAsync<ReplayView>(Path, new { });
        Assert.Equal([next.Id, waiting.Key], (await lead.GetAsync<Page<ReplayView>>(Path)).Items.Select(r => r.Id));
        var audit = (await tenant.Owner.GetAsync<Page<AuditItem>>("/api/v1/audit")).Items.Select(a => a.Action);
        Assert.Equal(["replay.tried", "replay.cancelled"], audit.Where(a => a.StartsWith("replay.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_lost_a_replay_should_save_nothing_more()
    {
        var tenant = await fixture.NewTenantAsync();
        var lease = await WaitingAsync(tenant);
        await tenant.Owner.PostAsync<ReplayView>($"{Path}/{lease.Key}/cancel");

        await using var session = await tenant.Server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None);
        Assert.False(await lease.SaveAsync(session, "read = @read", new() { ["read"] = 7L }, CancellationToken.None));
        await session.CommitAsync(CancellationToken.None);

        var replay = await tenant.Owner.GetAsync<ReplayView>($"{Path}/{lease.Key}");
        Assert.Equal((0, ReplayState.Cancelled), (replay.Read, replay.State));
    }

    [Fact]
    public async Task Replays_should_be_for_leads_and_say_what_is_wrong_with_a_request()
    {
        var tenant = await fixture.NewTenantAsync();
        var (_, agent) = await tenant.MemberAsync(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Post, Path, new { }));
        Assert.Equal(HttpStatusCode.Forbidden, await agent.StatusAsync(HttpMethod.Get, Path));

        await InvalidAsync("to", new { from = "2026-03-02T00:00:00Z", to = "2026-03-01T00:00:00Z" });
        await InvalidAsync("query", new { query = "!!!" });
        await InvalidAsync("query", new { query = new string('x', 501) });
        await InvalidAsync("channels", new { channels = new[] { Guid.NewGuid() } });
        await tenant.Owner.ProblemAsync(HttpMethod.Get, $"{Path}/{Guid.NewGuid()}", null, HttpStatusCode.NotFound);

        async Task InvalidAsync(string field, object request) =>
            Assert.Equal([field], (await tenant.Owner.ProblemAsync(HttpMethod.Post, Path, request, HttpStatusCode.BadRequest)).Errors!.Keys);
    }

    [Fact]
    public async Task Replay_should_wait_while_the_classifier_is_away_and_go_on_when_it_is_back()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await RealServer.StartAsync(database);
        var admin = await server.SetUpAsync();
        using var scene = await ReplayScene.CreateAsync(await server.NewTenantAsync(admin));
        await scene.AgeAsync([.. await scene.HearAsync("Where is it?", "It is broken")]);
        await admin.PostAsync($"/api/v1/plugins/{Classifier}/stop");

        var started = await scene.Owner.PostAsync<ReplayView>(Path, new { apply = true });
        await Eventually.HoldsAsync("the reason", async () => (await scene.Owner.GetAsync<ReplayView>($"{Path}/{started.Id}")).Reason is { Length: > 0 });
        await admin.PostAsync($"/api/v1/plugins/{Classifier}/start");

        var done = await Eventually.FindsAsync(
            "the replay to end", async () => await scene.Owner.GetAsync<ReplayView>($"{Path}/{started.Id}") is { FinishedAt: not null } found ? found : null);
        Assert.Equal((ReplayState.Done, 2, null), (done.State, done.Read, done.Reason));
    }

    /// <summary>A replay whose turn comes tomorrow, and a lease on it.</summary>
    private static async Task<RunLease<Guid>> WaitingAsync(TestTenant tenant)
    {
        await using var scope = tenant.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = tenant.Id;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var replay = new Replay
        {
            TenantId = tenant.Id,
            Id = Guid.CreateVersion7(),
            From = null,
            To = now,
            Apply = true,
            CreatedBy = "Test",
            CreatedAt = now,
            DueAt = now.AddDays(1),
        };
        db.Add(replay);
        await db.SaveChangesAsync();
        return new RunLease<Guid>(Replay.Table, tenant.Id, replay.Id, replay.Epoch);
    }

    public sealed class OnSqlite(SqliteServer fixture) : ReplayLifeTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : ReplayLifeTests(fixture);
}
