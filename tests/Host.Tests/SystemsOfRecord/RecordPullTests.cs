using System.Net;
using System.Text.Json;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Routing;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.SystemsOfRecord;

public abstract class RecordPullTests(ServerFixture fixture)
{
    [Fact]
    public async Task Owner_and_tier_should_stand_on_the_customer_whatever_comes_twice_or_late()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, pulls: true);
        var ann = await MeetAsync(scene, "m1", "ann");
        receiver.Changes = cursor => (200, cursor switch
        {
            null or "0" => $$"""{"changes":[{{Change("r1", ann, "gold", "2026-05-02")}}],"cursor":"1","more":true}""",
            // What was handed over before comes once more, and something older after it.
            "1" => $$"""{"changes":[{{Change("r1", ann, "gold", "2026-05-02")}},{{Change("r1", ann, "bronze", "2026-05-01")}}],"cursor":"2"}""",
            _ => """{"changes":[],"cursor":"2"}""",
        });

        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/pull");
        await scene.SystemAsync(s => s.Pulling is { Running: false } && receiver.Pulls.Contains("1"));

        var record = Assert.Single((await scene.CustomerAsync(ann)).Records);
        Assert.Equal(("r1", "Olga", "gold", "https://crm.example.com/r1"), (record.RecordId, record.Owner, record.Tier, record.Url));
        Assert.Equal(("Berlin", new DateTime(2026, 5, 2, 0, 0, 0, DateTimeKind.Utc)), (record.Fields["city"], record.AsOf));
        Assert.Equal(("CRM", 1), (record.System.Name, (await scene.SystemAsync(_ => true)).Pulling!.Linked));

        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/pull");
        await Eventually.HoldsAsync("a pull from the last cursor", () => Task.FromResult(receiver.Pulls.Contains("2")));
    }

    [Fact]
    public async Task Link_should_follow_its_account_through_a_merge_and_back()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, pulls: true);
        var (ann, bob) = (await MeetAsync(scene, "m1", "ann"), await MeetAsync(scene, "m2", "bob"));
        await scene.Owner.PostAsync<JsonElement>($"/api/v1/customers/{ann}/merge", new { other = bob });
        receiver.Changes = _ => (200, $$"""{"changes":[{"record":"r9","channel":"{{scene.Channel.Id}}","userId":"bob","tier":"silver"}],"cursor":"1"}""");

        await PullAsync(scene);
        Assert.Equal("silver", Assert.Single((await scene.CustomerAsync(ann)).Records).Tier);

        await scene.Owner.PostAsync<JsonElement>($"/api/v1/customers/{ann}/undo-merge");
        Assert.Empty((await scene.CustomerAsync(ann)).Records);
        Assert.Equal("silver", Assert.Single((await scene.CustomerAsync(bob)).Records).Tier);

        receiver.Changes = _ => (200, """{"changes":[{"record":"r9","deleted":true}],"cursor":"2"}""");
        await PullAsync(scene);
        Assert.Empty((await scene.CustomerAsync(bob)).Records);
    }

    [Fact]
    public async Task Answer_to_a_contact_should_link_its_record_and_later_events_should_name_it()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        receiver.Answer = e => e.Type == "contact" ? """{"record":"lead-7","owner":"Olga","tier":"gold","url":"javascript:alert(1)"}""" : "";
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);

        // An address that must not reach a browser spoils the record, never the delivery.
        await MeetAsync(scene, "m1", "ann");
        await scene.QuietAsync();
        receiver.Answer = e => e.Type == "contact" ? """{"record":"lead-8","owner":"Olga","tier":"gold"}""" : "";
        var bob = await MeetAsync(scene, "m2", "bob");
        await scene.QuietAsync();

        Assert.Equal("lead-8", receiver.Events.Last().Data.GetProperty("record").GetString());
        Assert.Equal(("lead-8", "Olga"), (await scene.CustomerAsync(bob)).Records.Select(r => (r.RecordId, r.Owner)).Single());
        Assert.Equal(1, await scene.CountAsync("SELECT count(*) FROM record_links"));
    }

    [Fact]
    public async Task Records_of_nobody_and_broken_changes_should_be_left_out_and_said_so()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, pulls: true);
        var ann = await MeetAsync(scene, "m1", "ann");
        receiver.Changes = _ => (200, $$"""
            {"changes":[{"record":"a","contact":"{{Guid.NewGuid()}}"},{"owner":"nobody"},{"record":"b","contact":"{{ann}}","url":"javascript:alert(1)"},{{Change("c", ann, "gold", "2026-05-02")}}],"cursor":"1"}
            """);

        await PullAsync(scene);

        var pulling = (await scene.SystemAsync(_ => true)).Pulling!;
        Assert.Contains("2 of its changes could not be taken", pulling.Notice!, StringComparison.Ordinal);
        Assert.Contains("1 of its records belong to no customer here", pulling.Notice!, StringComparison.Ordinal);
        Assert.Equal("c", Assert.Single((await scene.CustomerAsync(ann)).Records).RecordId);
    }

    [Fact]
    public async Task Server_that_stops_between_two_batches_should_go_on_behind_the_first()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, pulls: true);
        var ann = await MeetAsync(scene, "m1", "ann");
        await scene.SystemAsync(s => s.Pulling?.LastSuccessAt is not null);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.HoldPull = cursor => cursor == "1" ? gate.Task : Task.CompletedTask;
        receiver.Changes = cursor => (200, cursor switch
        {
            "1" => $$"""{"changes":[{{Change("r2", ann, "silver", "2026-05-03")}}],"cursor":"2"}""",
            "2" => """{"changes":[],"cursor":"2"}""",
            _ => $$"""{"changes":[{{Change("r1", ann, "gold", "2026-05-02")}}],"cursor":"1","more":true}""",
        });
        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/pull");
        await Eventually.HoldsAsync("the second batch asked for", () => Task.FromResult(receiver.Pulls.Contains("1")));

        await scene.RestartAsync();
        gate.SetResult();

        await Eventually.HoldsAsync("both records", async () => await scene.CountAsync("SELECT count(*) FROM record_links") == 2);
        Assert.Equal(["1", "1"], receiver.Pulls.Where(p => p is not null and not "0").Take(2));
    }

    [Fact]
    public async Task Pull_that_lost_its_lease_should_write_nothing()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, pulls: true);
        var ann = await MeetAsync(scene, "m1", "ann");
        await scene.SystemAsync(s => s.Pulling is { Running: false, LastSuccessAt: not null });
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = receiver.Pulls.Count;
        receiver.HoldPull = _ => gate.Task;
        receiver.Changes = _ => (200, $$"""{"changes":[{{Change("r1", ann, "gold", "2026-05-02")}}],"cursor":"lost"}""");
        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/pull");
        await Eventually.HoldsAsync("the pull", () => Task.FromResult(receiver.Pulls.Count > before));

        // As if the node had been away for so long that another took the system.
        await scene.ExecuteAsync("UPDATE record_pulls SET epoch = epoch + 1, due_at = '2100-01-01 00:00:00', leased_until = NULL, asked_at = NULL");
        receiver.Changes = _ => (200, """{"changes":[],"cursor":"found"}""");
        gate.SetResult();
        receiver.HoldPull = _ => Task.CompletedTask;
        await PullAsync(scene);

        Assert.Equal((0L, 1L), (await scene.CountAsync("SELECT count(*) FROM record_links"), await scene.CountAsync("SELECT count(*) FROM record_pulls WHERE cursor = 'found'")));
    }

    [Fact]
    public async Task Rule_on_the_tier_should_move_the_conversation_and_say_why()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, pulls: true);
        var ann = await MeetAsync(scene, "m1", "ann");
        await MeetAsync(scene, "m2", "bob");
        receiver.Changes = _ => (200, $$"""{"changes":[{{Change("r1", ann, "Gold", "2026-05-02")}}],"cursor":"1"}""");
        await PullAsync(scene);
        var team = await scene.Owner.PostAsync<TeamItem>("/api/v1/teams", new TeamChange("Key accounts"));
        RuleCondition[] conditions = [new(ConditionOn.Customer, ["gold"], "tier"), new(ConditionOn.Customer, ["olg"], "owner")];
        await scene.Owner.PostAsync<RuleItem>("/api/v1/rules", new RuleRequest("Gold", conditions, [new(RuleActionKind.Team, $"{team.Id}")]));

        await scene.Channel.AcceptedAsync(TestChannel.Message("m3", "ann", "again", thread: "t1"), TestChannel.Message("m4", "bob", "again", thread: "t2"));

        var moved = await ConversationAsync(scene, "m3");
        Assert.Equal(("Key accounts", "Everyone"), (moved.Team!.Name, (await ConversationAsync(scene, "m4")).Team!.Name));
        var timeline = await scene.Owner.GetAsync<JsonElement>($"/api/v1/conversations/{moved.Id}/timeline");
        Assert.Contains("because the customer’s tier is Gold and the customer’s owner is Olga", timeline.ToString(), StringComparison.Ordinal);
        var preview = await scene.Owner.PostAsync<RulePreview>("/api/v1/rules/preview", new RulePreviewRequest(conditions));
        Assert.Equal((2, 4), (preview.Count, preview.Scanned));
    }

    [Fact]
    public async Task Refused_pull_should_stop_until_a_person_asks_for_one()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        receiver.Changes = _ => (401, "");
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, pulls: true);
        var stopped = await scene.SystemAsync(s => s.Status == RecordSystemStatus.Stopped);
        Assert.Contains("401", stopped.Pulling!.LastError!, StringComparison.Ordinal);

        receiver.Changes = _ => (200, """{"changes":[],"cursor":"1"}""");
        await PullAsync(scene);

        Assert.Null((await scene.SystemAsync(_ => true)).Pulling!.StoppedAt);
    }

    [Fact]
    public async Task System_without_a_pull_address_should_say_that_there_is_nothing_to_pull()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);

        Assert.Equal("cannot-pull", (await scene.Owner.ProblemAsync(HttpMethod.Post, $"{scene.Path}/pull", null, HttpStatusCode.Conflict)).Slug);
        Assert.Null((await scene.SystemAsync(_ => true)).Pulling);
        Assert.Empty(receiver.Pulls);
    }

    private static string Change(string record, Guid contact, string tier, string day) =>
        $$$"""{"record":"{{{record}}}","contact":"{{{contact}}}","owner":"Olga","tier":"{{{tier}}}","url":"https://crm.example.com/{{{record}}}","fields":{"city":"Berlin"},"at":"{{{day}}}T00:00:00Z"}""";

    private static async Task<Guid> MeetAsync(RecordScene scene, string message, string author)
    {
        await scene.Channel.AcceptedAsync(RecordScene.Message(message, author, "hello"));
        return await scene.CustomerOfAsync(message);
    }

    private static async Task PullAsync(RecordScene scene)
    {
        var asked = await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/pull");
        await scene.SystemAsync(s => s.Pulling is { Running: false, LastError: null, LastPullAt: var at } && at > (asked.Pulling!.LastPullAt ?? DateTime.MinValue));
    }

    private static async Task<ConversationDetail> ConversationAsync(RecordScene scene, string externalId) =>
        await scene.Owner.GetAsync<ConversationDetail>($"/api/v1/conversations/{(await scene.Channel.ArrivedAsync(externalId)).ConversationId}");

    public sealed class OnSqlite(SqliteServer fixture) : RecordPullTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : RecordPullTests(fixture);
}
