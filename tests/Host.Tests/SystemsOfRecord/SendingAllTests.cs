using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.SystemsOfRecord;

/// <summary>Telling a system of the customers who were there before it.</summary>
public abstract class SendingAllTests(ServerFixture fixture)
{
    [Fact]
    public async Task Each_customer_who_stands_for_themselves_should_be_told_once()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        var (ann, bob, cid) = (await SeedAsync(scene), await SeedAsync(scene), await SeedAsync(scene));
        await scene.Owner.PostAsync<CustomerView>($"/api/v1/customers/{ann}/merge", new { other = bob });
        await RecordScene.ToldAsync(receiver, 2);
        await scene.QuietAsync();
        receiver.Events.Clear();

        var started = await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/send-all");
        var done = await EndedAsync(scene);

        Assert.Equal((SendingState.Running, 2L), (started.SendingAll!.State, started.SendingAll.Total));
        Assert.Equal((SendingState.Done, 2L, 2L), (done.State, done.Total, done.Settled));
        Assert.Equal(new[] { ann, cid }.Order(), receiver.Events.Select(e => e.Data.GetProperty("id").GetGuid()).Order());
        Assert.All(receiver.Events, e => Assert.Equal(("contact", "Ann"), (e.Type, e.Field("name"))));
        Assert.Equal("CRM: 2 customers", (await AuditAsync(scene, "system-of-record.sending-all")).Detail);
    }

    [Fact]
    public async Task What_happens_meanwhile_should_go_first()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await StoppedAsync(receiver);
        await CustomersAsync(scene, 60);
        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/send-all");
        await QueuedAsync(scene, 61);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m2", "zoe", "Hello?"));
        var zoe = await scene.CustomerOfAsync("m2");

        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/resume");
        await EndedAsync(scene);

        // Some are handed over side by side: what happened is among the first and the second of them, all else comes after.
        var place = receiver.Events.ToList().FindIndex(e => e.Type == "activity" && e.Data.GetProperty("contact").GetGuid() == zoe);
        Assert.InRange(place, 1, 40);
        Assert.Equal(60, receiver.Events.Count(e => e.Type == "contact" && e.Field("name")!.StartsWith("Customer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Many_should_be_queued_in_parts_and_none_be_lost_or_told_twice_when_the_server_stops()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await StoppedAsync(receiver);
        await CustomersAsync(scene, 1_100);
        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/send-all");
        await QueuedAsync(scene, 500);
        Assert.Equal(HttpStatusCode.Conflict, await scene.Owner.StatusAsync(HttpMethod.Post, $"{scene.Path}/send-all"));

        await scene.RestartAsync();
        var owner = await scene.Server.SignInAsync(scene.Tenant.Session.User!.Email);
        Assert.Equal(500, await scene.CountAsync("SELECT count(*) FROM record_deliveries WHERE of_all"));
        await owner.PostAsync<RecordSystemItem>($"{scene.Path}/resume");
        await Eventually.HoldsAsync(
            "the end", async () => (await owner.GetAsync<RecordSystemItem>(scene.Path)).SendingAll!.State == SendingState.Done, TimeSpan.FromSeconds(120));

        var told = receiver.Events.Where(e => e.Type == "contact" && e.Field("name")!.StartsWith("Customer", StringComparison.Ordinal)).ToList();
        Assert.Equal((1_100, 1_100), (told.Count, told.Select(e => e.Data.GetProperty("id").GetString()).Distinct().Count()));
    }

    [Fact]
    public async Task Stopping_should_take_back_what_waits_and_let_it_begin_again()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await StoppedAsync(receiver);
        await CustomersAsync(scene, 5);
        Assert.Equal(HttpStatusCode.Conflict, await scene.Owner.StatusAsync(HttpMethod.Delete, $"{scene.Path}/send-all"));
        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/send-all");
        await QueuedAsync(scene, 6);

        await scene.Owner.DeleteAsync($"{scene.Path}/send-all");

        Assert.Equal(0, await scene.CountAsync("SELECT count(*) FROM record_deliveries WHERE of_all"));
        Assert.Equal((SendingState.Cancelled, 0L), ((await scene.SystemAsync(_ => true)).SendingAll is { } ended ? (ended.State, ended.Settled) : default));
        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/resume");
        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/send-all");
        Assert.Equal(SendingState.Done, (await EndedAsync(scene)).State);
        await scene.Owner.PutAsync<RecordSystemItem>(scene.Path, new { name = "CRM", enabled = false });
        var off = await scene.Owner.ProblemAsync(HttpMethod.Post, $"{scene.Path}/send-all", null, HttpStatusCode.Conflict);
        Assert.Equal("system-disabled", off.Slug);
    }

    /// <summary>With one customer, at whose event the system stopped.</summary>
    private async Task<RecordScene> StoppedAsync(RecordReceiver receiver)
    {
        receiver.AnswerNext(401);
        var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "Hi"));
        await scene.SystemAsync(s => s.Status == RecordSystemStatus.Stopped);
        return scene;
    }

    private static async Task<Guid> SeedAsync(RecordScene scene) => (await scene.Tenant.AddAsync(Seed.Says("Hi", 1))).CustomerId;

    private static async Task CustomersAsync(RecordScene scene, int count)
    {
        await using var scope = scene.Server.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = scene.Tenant.Id;
        db.AddRange(Enumerable.Range(0, count).Select(i => new Customer { TenantId = db.TenantId, Id = Guid.CreateVersion7(), Name = $"Customer {i}", CreatedAt = Seed.Start }));
        await db.SaveChangesAsync();
    }

    private static Task QueuedAsync(RecordScene scene, int count) => Eventually.HoldsAsync(
        $"{count} events to wait", async () => await scene.CountAsync("SELECT count(*) FROM record_deliveries WHERE of_all AND state < 2") == count);

    private static async Task<SendingProgress> EndedAsync(RecordScene scene) => (await scene.SystemAsync(s => s.SendingAll?.FinishedAt is not null)).SendingAll!;

    private static async Task<AuditItem> AuditAsync(RecordScene scene, string action) =>
        Assert.Single((await scene.Owner.GetAsync<Page<AuditItem>>("/api/v1/audit?limit=200")).Items, a => a.Action == action);

    public sealed class OnSqlite(SqliteServer fixture) : SendingAllTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SendingAllTests(fixture);
}
