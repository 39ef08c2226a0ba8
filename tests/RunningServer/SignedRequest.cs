using System.Globalization;
using System.Net.Http.Headers;
using SocialCrm.Sdk;

namespace SocialCrm.RunningServer;

/// <summary>A webhook request, signed as Standard Webhooks asks.</summary>
public static class SignedRequest
{
    public static HttpRequestMessage Create(Installation installation, byte[] body, DateTimeOffset now)
    {
        var id = $"msg_{Guid.NewGuid():N}";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(installation.WebhookPath, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(StandardWebhooks.IdHeader, id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Sign(installation.Secret, id, now, body));
        return request;
    }
}
