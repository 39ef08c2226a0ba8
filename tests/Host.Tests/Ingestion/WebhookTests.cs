using System.Net;
using System.Text;
using System.Text.Json;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Ingestion;

public abstract class WebhookTests(ServerFixture fixture)
{
    private static readonly byte[] Valid = JsonSerializer.SerializeToUtf8Bytes(TestChannel.Message("m1", "ann", "hello"));

    [Fact]
    public async Task Request_without_a_genuine_and_fresh_signature_should_get_401_and_store_nothing()
    {
        using var channel = await ChannelAsync();
        var now = TimeProvider.System.GetUtcNow();
        await ExpectAsync(HttpStatusCode.Unauthorized, channel.PostWithHeadersAsync(Valid));
        await ExpectAsync(HttpStatusCode.Unauthorized, channel.PostRawAsync(Valid, secret: StandardWebhooks.NewSecret()));
        await ExpectAsync(HttpStatusCode.Unauthorized, channel.PostRawAsync(Valid, at: now.AddMinutes(-6)));
        await ExpectAsync(HttpStatusCode.Unauthorized, channel.PostRawAsync(Valid, at: now.AddMinutes(6)));
        await channel.SettledAsync("bob");
        Assert.DoesNotContain(await channel.MessagesAsync(), m => m.ExternalId == "m1");
    }

    [Fact]
    public async Task Request_to_an_unknown_channel_should_get_404()
    {
        using var channel = await ChannelAsync();
        using var http = new HttpClient();
        using var content = new ByteArrayContent(Valid);
        using var response = await http.PostAsync(new Uri(channel.Address, "nosuchchannel"), content);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Body_over_one_mebibyte_should_get_413()
    {
        using var channel = await ChannelAsync();
        await ExpectAsync(HttpStatusCode.RequestEntityTooLarge, channel.PostRawAsync(new byte[(1024 * 1024) + 1]));
    }

    [Theory]
    [InlineData("""{"type":"message","data":{"author":{"id":"a"},"text":"x"}}""", "data.id")]
    [InlineData("""{"type":"message","data":{"id":"1","author":{"id":7},"text":"x"}}""", "data.author.id")]
    [InlineData("""{"type":"message","data":{"id":"1","text":"x"}}""", "data.author")]
    [InlineData("""{"type":"message","data":{"id":"1","author":{"id":"a"}}}""", "data.text")]
    [InlineData("""{"type":"message","data":{"id":"1","author":{"id":"a"},"text":"x","kind":"poem"}}""", "data.kind")]
    [InlineData("""{"type":"message","data":{"id":"1","author":{"id":"a"},"text":"x","at":"yesterday"}}""", "data.at")]
    [InlineData("""{"type":"message","data":{"id":"1","author":{"id":"a"},"text":"x","revision":0}}""", "data.revision")]
    [InlineData("""{"type":"shout","data":{"id":"1","author":{"id":"a"},"text":"x"}}""", "type")]
    [InlineData("""{"type":"message",""", "")]
    [InlineData("[]", "")]
    public async Task Malformed_body_should_get_400_naming_the_field(string body, string field)
    {
        using var channel = await ChannelAsync();
        var problem = await channel.RefusedAsync(body, HttpStatusCode.BadRequest);
        Assert.Contains(problem.Errors!.Keys, key => key.StartsWith(field, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Array_should_be_answered_item_by_item()
    {
        using var channel = await ChannelAsync();
        using var response = await channel.PostAsync(new[] { TestChannel.Message("ok", "ann", "hello"), new { type = "message", data = new { id = "bad" } } });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var items = answer.RootElement.GetProperty("items");
        Assert.Equal(1, answer.RootElement.GetProperty("accepted").GetInt32());
        Assert.True(items[0].GetProperty("accepted").GetBoolean());
        Assert.False(items[1].GetProperty("accepted").GetBoolean());
        Assert.Contains("author", items[1].GetProperty("field").GetString(), StringComparison.Ordinal);
        await channel.ArrivedAsync("ok");
    }

    [Fact]
    public async Task Array_of_more_than_500_should_be_refused_as_a_whole()
    {
        using var channel = await ChannelAsync();
        var many = Enumerable.Range(0, 501).Select(i => TestChannel.Message($"m{i}", "ann", "hello")).ToArray();
        await ExpectAsync(HttpStatusCode.BadRequest, channel.PostAsync(many));
    }

    [Fact]
    public async Task Same_request_sent_again_should_change_nothing()
    {
        using var channel = await ChannelAsync();
        await ExpectAsync(HttpStatusCode.Accepted, channel.PostRawAsync(Valid, id: "req_1"));
        await ExpectAsync(HttpStatusCode.Accepted, channel.PostRawAsync(Valid, id: "req_1"));
        await channel.SettledAsync("ann");
        Assert.Single(await channel.MessagesAsync(), m => m.ExternalId == "m1");
    }

    [Fact]
    public async Task Hostile_text_should_be_stored_as_it_is_save_what_no_text_can_hold()
    {
        using var channel = await ChannelAsync();
        const string Bidi = "\u202Eevil\u202C <script>alert(1)</script> שלום \U0001F600";
        var body = Encoding.UTF8.GetBytes($$$"""
            [{"type":"message","data":{"id":"bidi","author":{"id":"a"},"text":"{{{Bidi}}}"}},
             {"type":"message","data":{"id":"null","author":{"id":"a"},"text":"a\u0000b\ud800c"}},
             {"type":"message","data":{"id":"long","author":{"id":"a"},"text":"{{{new string('x', 100_000)}}}"}}]
            """);
        await ExpectAsync(HttpStatusCode.Accepted, channel.PostRawAsync(body));
        Assert.Equal(Bidi, (await channel.ArrivedAsync("bidi")).Text);
        Assert.Equal("a\uFFFDb\uFFFDc", (await channel.ArrivedAsync("null")).Text);
        Assert.Equal(100_000, (await channel.ArrivedAsync("long")).Text!.Length);
    }

    private static async Task ExpectAsync(HttpStatusCode status, Task<HttpResponseMessage> request)
    {
        using var response = await request;
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    private async Task<TestChannel> ChannelAsync() => await TestChannel.CreateAsync((await fixture.NewTenantAsync()).Owner);

    public sealed class OnSqlite(SqliteServer fixture) : WebhookTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : WebhookTests(fixture);
}
