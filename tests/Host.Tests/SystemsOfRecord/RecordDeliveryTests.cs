using System.Net;
using System.Text.Json;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.SystemsOfRecord;

public abstract class RecordDeliveryTests(ServerFixture fixture)
{
    [Fact]
    public async Task Customer_and_message_should_be_told_in_order_signed_and_by_the_mapping()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        var mapping = new
        {
            contact = new[] { new { source = "name", target = "full_name" }, new { source = "messagesIn", target = "Messages__c" } },
            activity = new[] { new { source = "text", target = "body" }, new { source = "direction", target = "direction" } },
        };
        await using var scene = await RecordScene.OpenAsync(fixture, receiver, mapping: mapping);

        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "Where is my parcel?", "Ann Example"));

        var told = await RecordScene.ToldAsync(receiver, 2);
        var customer = await scene.CustomerOfAsync("m1");
        Assert.Equal(["contact", "activity"], told.Select(e => e.Type));
        Assert.All(told, e => Assert.True(e.Genuine));
        Assert.Equal((customer.ToString(), "Ann Example", "1"), (told[0].Data.GetProperty("id").GetString(), told[0].Field("full_name"), told[0].Field("Messages__c")));
        Assert.Null(told[0].Field("name"));
        var account = Assert.Single(told[0].Data.GetProperty("accounts").EnumerateArray());
        Assert.Equal(("ann", scene.Channel.Id), (account.GetProperty("userId").GetString(), account.GetProperty("channel").GetGuid()));
        Assert.Equal((customer.ToString(), "Where is my parcel?", "inbound"), (told[1].Data.GetProperty("contact").GetString(), told[1].Field("body"), told[1].Field("direction")));

        await scene.QuietAsync();
        var log = await scene.LogAsync();
        Assert.Equal([RecordEventKind.Activity, RecordEventKind.Contact], log.Select(d => d.Kind));
        Assert.All(log, d => Assert.Equal((RecordDeliveryState.Sent, 1, 200, "Ann Example"), (d.State, d.Attempts, d.AnswerStatus!.Value, d.CustomerName)));
        Assert.Equal(RecordSystemStatus.Ok, (await scene.SystemAsync(_ => true)).Status);
    }

    [Fact]
    public async Task Event_should_be_tried_again_under_one_key_while_those_after_it_wait()
    {
        await using var receiver = await RecordReceiver.StartAsync(500, 503);
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);

        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "one"));

        var told = await RecordScene.ToldAsync(receiver, 4);
        Assert.Equal(["contact", "contact", "contact", "activity"], told.Select(e => e.Type));
        Assert.Equal(2, told.Select(e => e.Id).Distinct().Count());
        await scene.QuietAsync();
        var contact = Assert.Single(await scene.LogAsync("&kind=contact"));
        var detail = await scene.Owner.GetAsync<RecordDeliveryDetail>($"{scene.Path}/deliveries/{contact.Id}");
        Assert.Equal(told[0].Id, detail.Key);
        Assert.Equal([("retry", 500), ("retry", 503), ("taken", 200)], detail.History.Select(a => (a.Outcome, a.Status!.Value)));
        Assert.Contains("\"type\":\"contact\"", detail.Request!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_event_should_stop_no_other_and_be_taken_when_it_is_delivered_again()
    {
        await using var receiver = await RecordReceiver.StartAsync(422);
        receiver.Answer = _ => "no such field";
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "one"));
        await RecordScene.ToldAsync(receiver, 2);
        await scene.QuietAsync();

        var failed = Assert.Single(await scene.LogAsync("&state=failed"));
        Assert.Equal((RecordEventKind.Contact, 422), (failed.Kind, failed.AnswerStatus!.Value));
        Assert.Equal("no such field", (await scene.Owner.GetAsync<RecordDeliveryDetail>($"{scene.Path}/deliveries/{failed.Id}")).Answer);
        Assert.Equal((1, RecordSystemStatus.Ok), await FailedAsync(scene));

        Assert.Equal(1, (await scene.Owner.PostAsync<RedeliveredRecords>($"{scene.Path}/deliveries/redeliver-failed")).Count);
        var told = await RecordScene.ToldAsync(receiver, 3);
        Assert.Equal(told[0].Id, told[2].Id);
        await scene.QuietAsync();
        Assert.Empty(await scene.LogAsync("&state=failed"));

        await scene.Owner.PostAsync<RedeliveredRecords>($"/api/v1/systems-of-record/deliveries/{failed.Id}/redeliver");
        Assert.Equal(told[0].Id, (await RecordScene.ToldAsync(receiver, 4))[3].Id);
    }

    [Fact]
    public async Task System_that_wants_no_more_should_stop_keep_what_happens_and_go_on_when_it_is_started_again()
    {
        await using var receiver = await RecordReceiver.StartAsync(410);
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "one"));
        var stopped = await scene.SystemAsync(s => s.Status == RecordSystemStatus.Stopped);
        Assert.Contains("410", stopped.StatusReason!, StringComparison.Ordinal);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m2", "ann", "two"));
        await scene.SystemAsync(s => s.Delivering.Queued == 3);
        Assert.Single(receiver.Events);

        await scene.Owner.PostAsync<RecordSystemItem>($"{scene.Path}/resume");

        var told = await RecordScene.ToldAsync(receiver, 4);
        Assert.Equal(["contact", "contact", "activity", "activity"], told.Select(e => e.Type));
        await scene.SystemAsync(s => s is { Status: RecordSystemStatus.Ok, Delivering.Queued: 0 });
    }

    [Fact]
    public async Task System_that_asks_to_slow_down_should_be_left_alone_for_as_long_without_an_attempt_lost()
    {
        await using var receiver = await RecordReceiver.StartAsync(429);
        receiver.RetryAfter = "3600";
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "one"));

        var waiting = await scene.SystemAsync(s => s.Delivering.BackOffUntil is not null);

        Assert.Equal(RecordSystemStatus.Waiting, waiting.Status);
        Assert.True(waiting.Delivering.BackOffUntil > TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(55));
        Assert.All(await scene.LogAsync(), d => Assert.Equal((RecordDeliveryState.Queued, 0), (d.State, d.Attempts)));
    }

    [Fact]
    public async Task Event_of_a_node_that_died_before_it_noted_the_answer_should_be_sent_again_under_its_key()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "one"));
        await RecordScene.ToldAsync(receiver, 2);
        await scene.QuietAsync();

        // As a node leaves it that was killed between the answer and its note of it.
        await scene.ExecuteAsync("UPDATE record_deliveries SET state = 1, sent_at = NULL, fence = fence + 1, due_at = '2000-01-01 00:00:00' WHERE kind = 1");

        var told = await RecordScene.ToldAsync(receiver, 3);
        Assert.Equal(told[1].Id, told[2].Id);
        await scene.QuietAsync();
        Assert.All(await scene.LogAsync(), d => Assert.Equal(RecordDeliveryState.Sent, d.State));
    }

    [Fact]
    public async Task Edits_deletions_and_merges_should_be_told_as_things_are_then()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "one"), RecordScene.Message("m2", "bob", "two"));
        var (ann, bob) = (await scene.CustomerOfAsync("m1"), await scene.CustomerOfAsync("m2"));
        await RecordScene.ToldAsync(receiver, 4);

        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "one, corrected", revision: 2, type: "edited"));
        var edited = (await RecordScene.ToldAsync(receiver, 5))[4];
        Assert.Equal(("activity", "one, corrected", "2", false), (edited.Type, edited.Field("text"), edited.Field("revision"), edited.Data.GetProperty("withdrawn").GetBoolean()));

        await scene.Channel.AcceptedAsync(TestChannel.Deletion("m1", "ann"));
        var withdrawn = (await RecordScene.ToldAsync(receiver, 6))[5];
        Assert.Equal((edited.Data.GetProperty("id").GetString(), "", true), (withdrawn.Data.GetProperty("id").GetString(), withdrawn.Field("text"), withdrawn.Data.GetProperty("withdrawn").GetBoolean()));

        await scene.Owner.PostAsync<JsonElement>($"/api/v1/customers/{ann}/merge", new { other = bob });
        var merged = (await RecordScene.ToldAsync(receiver, 8))[6..];
        Assert.Equal(ann.ToString(), merged.Single(e => e.Data.GetProperty("id").GetGuid() == bob).Data.GetProperty("mergedInto").GetString());
        Assert.Equal(2, merged.Single(e => e.Data.GetProperty("id").GetGuid() == ann).Data.GetProperty("accounts").GetArrayLength());

        await scene.Owner.PostAsync<JsonElement>($"/api/v1/customers/{ann}/undo-merge");
        var parted = (await RecordScene.ToldAsync(receiver, 10))[8..];
        Assert.All(parted, e => Assert.Equal((JsonValueKind.Null, 1), (e.Data.GetProperty("mergedInto").ValueKind, e.Data.GetProperty("accounts").GetArrayLength())));
    }

    [Fact]
    public async Task Deleted_or_switched_off_system_should_be_told_nothing_more()
    {
        await using var receiver = await RecordReceiver.StartAsync();
        await using var scene = await RecordScene.OpenAsync(fixture, receiver);
        await scene.Owner.PutAsync<RecordSystemItem>(scene.Path, new { name = "CRM", enabled = false });
        await scene.Channel.AcceptedAsync(RecordScene.Message("m1", "ann", "unheard"));
        await scene.Channel.ArrivedAsync("m1");
        Assert.Equal(0, await scene.CountAsync("SELECT count(*) FROM record_deliveries"));
        await scene.Owner.PutAsync<RecordSystemItem>(scene.Path, new { name = "CRM", enabled = true });
        await scene.Channel.AcceptedAsync(RecordScene.Message("m2", "bob", "heard"));
        await RecordScene.ToldAsync(receiver, 2);
        await scene.QuietAsync();

        await scene.Owner.DeleteAsync(scene.Path);
        await scene.Channel.AcceptedAsync(RecordScene.Message("m3", "cleo", "unheard"));
        await scene.Channel.ArrivedAsync("m3");

        Assert.Equal(HttpStatusCode.NotFound, await scene.Owner.StatusAsync(HttpMethod.Get, scene.Path));
        Assert.Equal(2, await scene.CountAsync("SELECT count(*) FROM record_deliveries"));
        Assert.Equal(["bob", "bob"], (await RecordScene.ToldAsync(receiver, 2)).Select(e => e.Field("name") ?? e.Field("customerName")));
    }

    private static async Task<(int Failed, RecordSystemStatus Status)> FailedAsync(RecordScene scene)
    {
        var system = await scene.SystemAsync(_ => true);
        return (system.Delivering.Failed, system.Status);
    }

    public sealed class OnSqlite(SqliteServer fixture) : RecordDeliveryTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : RecordDeliveryTests(fixture);
}
