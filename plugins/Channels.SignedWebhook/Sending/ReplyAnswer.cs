using System.Net;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Sending;

/// <summary>What the receiver's answer means for the reply.</summary>
internal static class ReplyAnswer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static async ValueTask<SendResult> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => SendResult.Delivered(await ExternalIdAsync(response, cancellationToken)),
            HttpStatusCode.TooManyRequests => SendResult.Retry("The receiver asks us to slow down (429).", RetryAfter(response, time)),
            HttpStatusCode.RequestTimeout => SendResult.Retry("The receiver gave up waiting for our request (408).", RetryAfter(response, time)),
            _ when status >= 500 => SendResult.Retry($"The receiver has a fault of its own ({status}).", RetryAfter(response, time)),
            _ when status is >= 300 and < 400 => SendResult.Failed($"The callback address redirects elsewhere ({status}), which is not followed. An admin should enter the final address."),
            HttpStatusCode.Gone => SendResult.Failed("The receiver no longer takes replies (410)."),
            HttpStatusCode.NotFound => SendResult.Failed("Nothing answers at the callback address (404). An admin should check it."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SendResult.Failed($"The receiver did not accept our signature ({status}). An admin should check that it knows the channel's secret."),
            HttpStatusCode.BadRequest => SendResult.Failed("The receiver could not read the reply (400)."),
            _ => SendResult.Failed($"The receiver refused the reply ({status})."),
        };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is not { } given ? null : given < TimeSpan.Zero ? TimeSpan.Zero : given > LongestWait ? LongestWait : given;
    }

    private static async ValueTask<string?> ExternalIdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            // The reply is delivered whatever the answer holds; an id in it is welcome.
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                && id.GetString() is { Length: > 0 and <= 512 } text ? text : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or HttpRequestException or IOException)
        {
            return null;
        }
    }
}
