using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>A signed webhook channel, and the program on its other side.</summary>
public sealed class TestChannel : IDisposable
{
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new();
    private int _requests;

    private TestChannel(ApiClient owner, JsonElement channel, string secret)
    {
        Owner = owner;
        Id = channel.GetProperty("id").GetGuid();
        Address = new Uri(channel.GetProperty("webhookUrl").GetString()!);
        Secret = secret;
    }

    public ApiClient Owner { get; }

    public Guid Id { get; }

    public Uri Address { get; }

    public string Secret { get; }

    public static async Task<TestChannel> CreateAsync(ApiClient owner, object? settings = null)
    {
        var request = new { connector = "signed-webhook", name = "Test", settings = settings ?? new { } };
        var made = await owner.PostAsync<JsonElement>("/api/v1/channels", request);
        return new TestChannel(owner, made, made.GetProperty("signingSecret").GetString()!);
    }

    /// <summary>The only channel that is there already.</summary>
    public static async Task<TestChannel> OfAsync(ApiClient owner, string secret) =>
        new(owner, (await owner.GetAsync<JsonElement>("/api/v1/channels")).GetProperty("items").EnumerateArray().Single(), secret);

    /// <summary>A message as a program would write it.</summary>
    public static object Message(string id, string author, string text, string? thread = null, long? revision = null, string type = "message", DateTime? at = null) =>
        new { type, data = new { id, author = new { id = author }, text, thread, revision, at } };

    public static object Deletion(string id, string? author = null) =>
        new { type = "deleted", data = new { id, author = author is null ? null : new { id = author } } };

    public Task<HttpResponseMessage> PostAsync(object body) => PostRawAsync(JsonSerializer.SerializeToUtf8Bytes(body));

    public Task<HttpResponseMessage> PostRawAsync(byte[] body, string? secret = null, DateTimeOffset? at = null, string? id = null)
    {
        var time = at ?? TimeProvider.System.GetUtcNow();
        var key = id ?? $"req_{Id:N}_{Interlocked.Increment(ref _requests)}";
        var signature = StandardWebhooks.Sign(secret ?? Secret, key, time, body);
        return PostWithHeadersAsync(body, (StandardWebhooks.IdHeader, key), (StandardWebhooks.TimestampHeader, $"{time.ToUnixTimeSeconds()}"), (StandardWebhooks.SignatureHeader, signature));
    }

    public async Task<HttpResponseMessage> PostWithHeadersAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Posts what must be accepted.</summary>
    public async Task AcceptedAsync(params object[] messages)
    {
        using var response = await PostAsync(messages.Length == 1 ? messages[0] : messages);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    public async Task<Problem> RefusedAsync(string body, HttpStatusCode status)
    {
        using var response = await PostRawAsync(Encoding.UTF8.GetBytes(body));
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<Problem>(ApiClient.Json))!;
    }

    /// <summary>The channel's messages, newest first.</summary>
    public async Task<IReadOnlyList<InteractionView>> MessagesAsync() =>
        (await Owner.GetAsync<Page<InteractionView>>($"/api/v1/interactions?channel={Id}&limit=200")).Items;

    /// <summary>Waits until the channel has this message, as described.</summary>
    public Task<InteractionView> ArrivedAsync(string externalId, Func<InteractionView, bool>? how = null) => Eventually.FindsAsync(
        $"message {externalId}",
        async () => (await MessagesAsync()).FirstOrDefault(m => m.ExternalId == externalId && (how is null || how(m))),
        InTime);

    /// <summary>Waits until all that was accepted before has been applied, by following it with one more message.</summary>
    public async Task SettledAsync(string author)
    {
        var id = $"last-{Guid.NewGuid():N}";
        await AcceptedAsync(Message(id, author, "that is all", thread: "settled"));
        await ArrivedAsync(id);
    }

    public void Dispose() => _http.Dispose();
}
