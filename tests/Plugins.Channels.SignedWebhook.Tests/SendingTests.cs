using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Tests;

public sealed class SendingTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 30, 0, TimeSpan.Zero);
    private static readonly string Secret = StandardWebhooks.NewSecret();

    private static readonly OutboundMessage Reply = new()
    {
        IdempotencyKey = "0198a-key",
        Id = "interaction-1",
        Conversation = "conversation-1",
        InReplyTo = "post-4711",
        RecipientId = "u-17",
        Text = "We are sorry — it ships today. 😀 \ud800",
        At = new DateTime(2026, 5, 4, 9, 29, 0, DateTimeKind.Utc),
    };

    [Fact]
    public async Task Reply_should_be_posted_as_signed_JSON()
    {
        using var network = new FakeNetwork(_ => Answer(HttpStatusCode.OK, """{"id":"theirs-1"}"""));

        var result = await Connector(network).SendAsync(Reply, CancellationToken.None);

        Assert.Equal((SendStatus.Delivered, "theirs-1"), (result.Status, result.ExternalId));
        Assert.Equal("0198a-key", network.Header(StandardWebhooks.IdHeader));
        Assert.Equal(WebhookSignature.Valid, StandardWebhooks.Verify(
            [Secret], "0198a-key", network.Header(StandardWebhooks.TimestampHeader), network.Header(StandardWebhooks.SignatureHeader), network.Body, Now));
        using var json = JsonDocument.Parse(network.Body);
        Assert.Equal("reply", json.RootElement.GetProperty("type").GetString());
        var data = json.RootElement.GetProperty("data");
        Assert.Equal("u-17", data.GetProperty("to").GetProperty("id").GetString());
        Assert.Equal("We are sorry — it ships today. 😀 \uFFFD", data.GetProperty("text").GetString());
        Assert.Equal("2026-05-04T09:29:00Z", data.GetProperty("at").GetString());
        Assert.Equal(("interaction-1", "conversation-1", "post-4711"), (
            data.GetProperty("id").GetString(), data.GetProperty("conversation").GetString(), data.GetProperty("inReplyTo").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("[1]")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":"\ud800"}""")]
    public async Task Answer_without_an_id_should_count_as_delivered_all_the_same(string body)
    {
        using var network = new FakeNetwork(_ => Answer(HttpStatusCode.Accepted, body));

        var result = await Connector(network).SendAsync(Reply, CancellationToken.None);

        Assert.Equal((SendStatus.Delivered, null), (result.Status, result.ExternalId));
    }

    [Theory]
    [InlineData(429, SendStatus.Retry)]
    [InlineData(503, SendStatus.Retry)]
    [InlineData(500, SendStatus.Retry)]
    [InlineData(408, SendStatus.Retry)]
    [InlineData(301, SendStatus.Failed)]
    [InlineData(400, SendStatus.Failed)]
    [InlineData(401, SendStatus.Failed)]
    [InlineData(403, SendStatus.Failed)]
    [InlineData(404, SendStatus.Failed)]
    [InlineData(410, SendStatus.Failed)]
    [InlineData(422, SendStatus.Failed)]
    public async Task Status_should_decide_whether_it_is_tried_again(int status, SendStatus expected)
    {
        using var network = new FakeNetwork(_ => Answer((HttpStatusCode)status, ""));

        var result = await Connector(network).SendAsync(Reply, CancellationToken.None);

        Assert.Equal(expected, result.Status);
        Assert.Contains(status.ToString(), result.Reason, StringComparison.Ordinal);
        Assert.Null(result.RetryAfter);
    }

    [Fact]
    public async Task Asked_for_wait_should_be_passed_on_as_seconds_or_as_a_date()
    {
        var waits = new Queue<RetryConditionHeaderValue>([new(TimeSpan.FromSeconds(7)), new(Now.AddSeconds(90)), new(Now.AddSeconds(-90))]);
        using var network = new FakeNetwork(_ =>
        {
            var answer = Answer(HttpStatusCode.TooManyRequests, "");
            answer.Headers.RetryAfter = waits.Dequeue();
            return answer;
        });

        foreach (var seconds in new[] { 7, 90, 0 })
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), (await Connector(network).SendAsync(Reply, CancellationToken.None)).RetryAfter);
        }
    }

    [Fact]
    public async Task Connection_refused_and_time_out_should_be_tried_again()
    {
        using var refused = new FakeNetwork(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using var slow = new FakeNetwork(_ => throw new TaskCanceledException("slow", new TimeoutException()));

        Assert.Equal(SendStatus.Retry, (await Connector(refused).SendAsync(Reply, CancellationToken.None)).Status);
        Assert.Equal(SendStatus.Retry, (await Connector(slow).SendAsync(Reply, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Address_that_the_host_refuses_should_fail_with_the_hosts_reason()
    {
        using var network = new FakeNetwork(_ => throw new AddressRefusedException("10.0.0.1 is private."));

        var result = await Connector(network).SendAsync(Reply, CancellationToken.None);

        Assert.Equal((SendStatus.Failed, "10.0.0.1 is private."), (result.Status, result.Reason));
    }

    [Fact]
    public async Task Channel_without_callback_should_receive_only()
    {
        using var network = new FakeNetwork(_ => throw new InvalidOperationException("nothing may be sent"));
        var connector = Connector(network, callback: null);

        Assert.True((await connector.CheckAsync(CancellationToken.None)).Ok);
        Assert.Equal(SendStatus.Failed, (await connector.SendAsync(Reply, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Check_should_look_the_address_up_and_send_nothing()
    {
        using var network = new FakeNetwork(_ => throw new InvalidOperationException("nothing may be sent"));

        Assert.True((await Connector(network).CheckAsync(CancellationToken.None)).Ok);
        Assert.Equal(new ChannelCheck(false, "unknown host"), await Connector(network, problem: "unknown host").CheckAsync(CancellationToken.None));
    }

    private static SignedWebhookConnector Connector(FakeNetwork network, string? callback = "https://example.com/replies", string? problem = null) => new(
        new ChannelContext<SignedWebhookSettings>
        {
            ChannelId = "channel-1",
            Settings = new SignedWebhookSettings { CallbackUrl = callback is null ? null : new Uri(callback) },
            SigningSecret = Secret,
            Http = network.Client,
            CheckAddressAsync = (_, _) => ValueTask.FromResult(problem),
        },
        new FixedTime(Now));

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
