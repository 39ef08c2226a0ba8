using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Tests;

public sealed class SendingTests
{
    private static readonly DateTime At = new(2026, 5, 4, 9, 30, 0, DateTimeKind.Utc);

    private static readonly ContactEntry Contact = new()
    {
        IdempotencyKey = "evt_1",
        ContactId = "customer-1",
        RecordId = "lead-7",
        Accounts = [new ContactAccount("channel-1", "signed-webhook", "u-17", "ann", "Ann", null)],
        At = At,
        Fields = Fields("""{"full_name":"Ann — 😀","Followers__c":120,"vip":true,"topics":["a","b"],"nothing":null}"""),
    };

    private static readonly ActivityEntry Activity = new()
    {
        IdempotencyKey = "evt_2",
        ActivityId = "message-1",
        ContactId = "customer-1",
        Withdrawn = true,
        At = At,
        Fields = Fields("""{"text":null}"""),
    };

    [Fact]
    public async Task Contact_should_be_posted_as_signed_JSON_with_the_mapped_fields()
    {
        await using var side = await OtherSide.StartAsync();

        var result = Assert.Single(await side.Record().UpsertContactsAsync([Contact], CancellationToken.None));

        Assert.Equal((RecordStatus.Taken, 200), (result.Status, result.Exchange!.Status));
        var request = Assert.Single(side.Requests);
        Assert.Equal(("POST", "/events", "evt_1", "application/json"), (request.Method, request.Path, request.Headers["webhook-id"], request.Headers["content-type"]));
        Assert.Equal(WebhookSignature.Valid, request.Signature(side.Secrets[0]));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(request.Body), result.Exchange.Request);
        using var json = JsonDocument.Parse(request.Body);
        Assert.Equal(("contact", "2026-05-04T09:30:00Z"), (json.RootElement.GetProperty("type").GetString(), json.RootElement.GetProperty("at").GetString()));
        var data = json.RootElement.GetProperty("data");
        Assert.Equal(("customer-1", "lead-7", JsonValueKind.Null), (data.GetProperty("id").GetString(), data.GetProperty("record").GetString(), data.GetProperty("mergedInto").ValueKind));
        Assert.Equal("u-17", data.GetProperty("accounts")[0].GetProperty("userId").GetString());
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse("""{"full_name":"Ann — 😀","Followers__c":120,"vip":true,"topics":["a","b"],"nothing":null}"""), data.GetProperty("fields")));
    }

    [Fact]
    public async Task Activity_should_name_its_contact_and_say_that_it_was_withdrawn()
    {
        await using var side = await OtherSide.StartAsync();

        await side.Record().LogActivitiesAsync([Activity], CancellationToken.None);

        using var json = JsonDocument.Parse(Assert.Single(side.Requests).Body);
        var data = json.RootElement.GetProperty("data");
        Assert.Equal(("activity", "message-1", "customer-1", true), (
            json.RootElement.GetProperty("type").GetString(), data.GetProperty("id").GetString(), data.GetProperty("contact").GetString(), data.GetProperty("withdrawn").GetBoolean()));
    }

    [Fact]
    public async Task Old_secret_should_sign_beside_the_new_one()
    {
        var (newer, older) = (StandardWebhooks.NewSecret(), StandardWebhooks.NewSecret());
        await using var side = await OtherSide.StartAsync(newer, older);

        await side.Record().LogActivitiesAsync([Activity], CancellationToken.None);

        var request = Assert.Single(side.Requests);
        Assert.All([newer, older], secret => Assert.Equal(WebhookSignature.Valid, request.Signature(secret)));
        Assert.Equal(WebhookSignature.Mismatch, request.Signature(StandardWebhooks.NewSecret()));
    }

    [Theory]
    [InlineData(204, RecordStatus.Taken)]
    [InlineData(429, RecordStatus.Limited)]
    [InlineData(408, RecordStatus.Retry)]
    [InlineData(500, RecordStatus.Retry)]
    [InlineData(503, RecordStatus.Retry)]
    [InlineData(400, RecordStatus.Failed)]
    [InlineData(404, RecordStatus.Failed)]
    [InlineData(422, RecordStatus.Failed)]
    [InlineData(302, RecordStatus.CredentialsRejected)]
    [InlineData(401, RecordStatus.CredentialsRejected)]
    [InlineData(403, RecordStatus.CredentialsRejected)]
    [InlineData(410, RecordStatus.Gone)]
    public async Task Status_should_decide_what_becomes_of_the_event(int status, RecordStatus expected)
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(status);

        var result = Assert.Single(await side.Record().UpsertContactsAsync([Contact], CancellationToken.None));

        Assert.Equal((expected, status), (result.Status, result.Exchange!.Status));
        Assert.True(status == 204 || result.Reason!.Contains(status.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_for_wait_should_be_passed_on()
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(429, retryAfter: "90");

        Assert.Equal(TimeSpan.FromSeconds(90), (await side.Record().UpsertContactsAsync([Contact], CancellationToken.None))[0].RetryAfter);
    }

    [Theory]
    [InlineData("""{"record":"lead-7","owner":"Olga","tier":"gold","fields":{"a":1,"b":"c","d":[1]}}""", "lead-7")]
    [InlineData("""{"record":4711}""", "4711")]
    [InlineData("""{"owner":"Olga"}""", null)]
    [InlineData("OK", null)]
    [InlineData("", null)]
    [InlineData("[1]", null)]
    [InlineData("""{"record":"\ud800"}""", null)]
    public async Task Answer_should_be_taken_whatever_it_holds_and_link_the_record_that_it_names(string body, string? record)
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(200, body);

        var result = Assert.Single(await side.Record().UpsertContactsAsync([Contact], CancellationToken.None));

        Assert.Equal((RecordStatus.Taken, record, body), (result.Status, result.Record?.RecordId, result.Exchange!.Answer));
    }

    [Fact]
    public async Task Nobody_there_should_mean_trying_again()
    {
        await using var other = await OtherSide.StartAsync();
        other.Answer = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(RecordStatus.Retry, (await other.Record().UpsertContactsAsync([Contact], CancellationToken.None))[0].Status);
    }

    [Fact]
    public async Task Check_should_send_no_event_and_say_what_is_wrong()
    {
        await using var side = await OtherSide.StartAsync();
        Assert.Equal(new RecordCheck(false, "unknown host"), await side.Record(refused: "unknown host").CheckAsync(CancellationToken.None));
        Assert.True((await side.Record(pulls: false).CheckAsync(CancellationToken.None)).Ok);
        Assert.Empty(side.Requests);

        side.AnswerWith(200, """{"changes":[]}""");
        Assert.True((await side.Record().CheckAsync(CancellationToken.None)).Ok);
        side.AnswerWith(401);
        var refused = await side.Record().CheckAsync(CancellationToken.None);
        Assert.False(refused.Ok);
        Assert.DoesNotContain(OtherSide.Token, refused.Message, StringComparison.Ordinal);
        Assert.All(side.Requests, r => Assert.Equal("GET", r.Method));
    }

    private static Dictionary<string, JsonElement> Fields(string json) => JsonElement.Parse(json).EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
