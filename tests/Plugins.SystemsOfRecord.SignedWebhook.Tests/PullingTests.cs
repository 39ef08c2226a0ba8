using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Tests;

public sealed class PullingTests
{
    [Fact]
    public async Task Pull_should_be_signed_carry_the_cursor_and_bring_the_changes()
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(200, """
            {"changes":[{"record":"lead-7","contact":"customer-1","url":"https://crm.example.com/7","owner":"Olga","tier":"gold","fields":{"city":"Berlin","since":2020},"at":"2026-05-04T11:31:00+02:00"},
             {"record":"lead-8","channel":"channel-1","userId":"u-17","deleted":true}],"cursor":8841,"more":true}
            """);

        var pulled = await side.Record(query: "?region=eu").PullAsync("a b&c", CancellationToken.None);

        var request = Assert.Single(side.Requests);
        Assert.Equal(("GET", "/changes?region=eu&cursor=a%20b%26c", $"Bearer {OtherSide.Token}"), (request.Method, request.Path, request.Headers["authorization"]));
        Assert.Equal(WebhookSignature.Valid, request.Signature(side.Secrets[0]));
        Assert.Equal((PollStatus.Ok, "8841", true, TimeSpan.FromMinutes(5)), (pulled.Status, pulled.Cursor, pulled.HasMore, pulled.NextPullAfter));
        var change = pulled.Changes[0];
        Assert.Equal(("lead-7", "customer-1", "Olga", "gold", "https://crm.example.com/7"), (change.RecordId, change.ContactId, change.Owner, change.Tier, change.Url));
        Assert.Equal(("Berlin", "2020", new DateTime(2026, 5, 4, 9, 31, 0, DateTimeKind.Utc)), (change.Fields["city"], change.Fields["since"], change.At));
        Assert.Equal(("channel-1", "u-17", true), (pulled.Changes[1].Channel, pulled.Changes[1].UserId, pulled.Changes[1].Deleted));
    }

    [Fact]
    public async Task First_pull_should_have_no_cursor_and_more_without_a_cursor_should_not_go_round_in_circles()
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(200, """{"changes":[],"more":true}""");

        var pulled = await side.Record().PullAsync(null, CancellationToken.None);

        Assert.Equal("/changes", Assert.Single(side.Requests).Path);
        Assert.Equal((PollStatus.Ok, false, null), (pulled.Status, pulled.HasMore, pulled.Cursor));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"changes":{}}""")]
    [InlineData("""{"changes":[""")]
    public async Task Answer_that_is_none_should_fail_and_say_so(string body)
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(200, body);

        var pulled = await side.Record().PullAsync("1", CancellationToken.None);

        Assert.Equal((PollStatus.Failed, null), (pulled.Status, pulled.Cursor));
        Assert.Contains("127.0.0.1", pulled.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_that_names_no_record_should_be_handed_over_to_be_reported()
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(200, """{"changes":[{"owner":"Olga"},7,{"record":"lead-7"}],"cursor":"1"}""");

        Assert.Equal(["", "", "lead-7"], (await side.Record().PullAsync(null, CancellationToken.None)).Changes.Select(c => c.RecordId));
    }

    [Theory]
    [InlineData(401, PollStatus.CredentialsRejected)]
    [InlineData(403, PollStatus.CredentialsRejected)]
    [InlineData(301, PollStatus.CredentialsRejected)]
    [InlineData(410, PollStatus.Gone)]
    [InlineData(404, PollStatus.Failed)]
    [InlineData(500, PollStatus.Failed)]
    [InlineData(429, PollStatus.RateLimited)]
    public async Task Status_should_decide_whether_it_is_tried_again(int status, PollStatus expected)
    {
        await using var side = await OtherSide.StartAsync();
        side.AnswerWith(status, retryAfter: "7");

        var pulled = await side.Record().PullAsync("1", CancellationToken.None);

        Assert.Equal(expected, pulled.Status);
        Assert.Contains(status.ToString(), pulled.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherSide.Token, pulled.Reason, StringComparison.Ordinal);
        Assert.True(expected is not (PollStatus.RateLimited or PollStatus.Failed) || pulled.RetryAfter == TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Cancelled_pull_should_end_at_once()
    {
        await using var side = await OtherSide.StartAsync();
        using var cancel = new CancellationTokenSource();
        side.Answer = async http =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await side.Record().PullAsync(null, cancel.Token));
    }
}
