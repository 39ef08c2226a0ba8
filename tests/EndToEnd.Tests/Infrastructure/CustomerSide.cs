using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.Sdk;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>The program that posts what customers write, with the address and the secret that the page showed.</summary>
public sealed record CustomerSide(string Address, string Secret)
{
    public Task WriteAsync(Message message) => PostAsync(message.ToEvent());

    /// <summary>What several wrote, in one request.</summary>
    public Task WriteAsync(IEnumerable<Message> messages) => PostAsync(new JsonArray([.. messages.Select(m => m.ToEvent())]));

    private async Task PostAsync(JsonNode events)
    {
        var body = Encoding.UTF8.GetBytes(events.ToJsonString());
        var (id, now) = ($"msg_{Guid.NewGuid():N}", TimeProvider.System.GetUtcNow());
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(StandardWebhooks.IdHeader, id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Sign(Secret, id, now, body));
        using var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
