using System.Globalization;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook;

internal static class SignedHeaders
{
    /// <summary>Signs a request with every secret that is valid now, the newest first.</summary>
    public static void Add(HttpRequestMessage request, IReadOnlyList<string> secrets, string id, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        var signatures = new List<string>(secrets.Count);
        foreach (var secret in secrets)
        {
            signatures.Add(StandardWebhooks.Sign(secret, id, now, body));
        }

        request.Headers.Add(StandardWebhooks.IdHeader, id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, string.Join(' ', signatures));
    }

    /// <summary>How long the answer asks to wait, where it says so.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is not { } given ? null : given < TimeSpan.Zero ? TimeSpan.Zero : given;
    }
}
