using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>Takes in what a network posts: proves that it is genuine, reads it, stores it, and only then answers.</summary>
internal sealed class ReceiveWebhook(
    ChannelDirectory channels, ChannelCalls calls, InboxAppender inbox, TenantDepths depths, IngestionMetrics metrics, TimeProvider time)
{
    /// <summary>Receives messages of a channel</summary>
    /// <remarks>
    /// The request is signed as the channel's connector asks (Standard Webhooks for a signed webhook). It is answered
    /// with 202 once every accepted message is on disk. Sending the same request again is harmless.
    /// </remarks>
    /// <param name="tenant">The routing token of the organisation.</param>
    /// <param name="channel">The token of the channel.</param>
    /// <response code="202">Stored. Each message is answered for by itself.</response>
    /// <response code="400">Nothing of it could be read; the problem names the field.</response>
    /// <response code="401">The signature is missing, wrong or too old. Nothing was stored.</response>
    /// <response code="404">There is no such channel.</response>
    /// <response code="413">The body is larger than 1 MiB.</response>
    /// <response code="429">Too much is waiting to be processed; send again after the seconds in Retry-After.</response>
    /// <response code="503">The channel's plugin is not running or storage is not available; send again after Retry-After.</response>
    public static async Task<Results<Accepted<WebhookAnswer>, ProblemHttpResult>> HandleAsync(
        string tenant, string channel, HttpContext http, ReceiveWebhook receive, CancellationToken ct)
    {
        var result = await receive.ReceiveAsync(tenant, channel, http, ct);
        if (result.Result is ProblemHttpResult problem)
        {
            receive.Refused(http, problem.StatusCode);
        }

        return result;
    }

    private void Refused(HttpContext http, int status)
    {
        metrics.Refused(status);
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "5";
        }
    }

    private async Task<Results<Accepted<WebhookAnswer>, ProblemHttpResult>> ReceiveAsync(
        string tenantToken, string channelToken, HttpContext http, CancellationToken ct)
    {
        if (await channels.FindByWebhookAsync(tenantToken, channelToken, ct) is not { Deleted: false } channel)
        {
            return Problems.Of(404, "unknown-channel", "There is no such channel.", "Copy the webhook address from the channel's page.");
        }

        if (await WebhookBody.ReadAsync(http.Request, ct) is not { } body)
        {
            return Problems.Of(413, "too-large", "The body is too large.", "Send at most 1 MiB at a time.");
        }

        var now = time.GetUtcNow();
        if (Unproven(http.Request.Headers, body, channel, now) is { } why)
        {
            return Problems.Of(401, "signature", "The request could not be proven genuine.", why);
        }

        if (!channel.Enabled)
        {
            return Problems.Of(503, "channel-disabled", "The channel is switched off.", "Switch it on where channels are managed, then send again.");
        }

        if (depths.IsHigh(channel.TenantId, channel.Id))
        {
            return Problems.Of(429, "busy", "Too many messages are waiting.", "Send the request again after the seconds in Retry-After.");
        }

        return await ReadAndStoreAsync(channel, http.Request.ContentType, body, now.UtcDateTime, ct);
    }

    private static string? Unproven(IHeaderDictionary headers, byte[] body, ConfiguredChannel channel, DateTimeOffset now)
    {
        var outcome = StandardWebhooks.Verify(
            channel.SigningSecrets,
            headers[StandardWebhooks.IdHeader],
            headers[StandardWebhooks.TimestampHeader],
            headers[StandardWebhooks.SignatureHeader],
            body,
            now);
        return outcome switch
        {
            WebhookSignature.Valid => null,
            WebhookSignature.MissingHeader => "Send the headers webhook-id, webhook-timestamp and webhook-signature.",
            WebhookSignature.BadTimestamp => "webhook-timestamp must be whole Unix seconds.",
            WebhookSignature.OutsideTolerance => "webhook-timestamp is more than five minutes from now: check the sender's clock.",
            WebhookSignature.Mismatch => "webhook-signature does not match: sign id.timestamp.body with the channel's present secret.",
        };
    }

    private async Task<Results<Accepted<WebhookAnswer>, ProblemHttpResult>> ReadAndStoreAsync(
        ConfiguredChannel channel, string? contentType, byte[] body, DateTime now, CancellationToken ct)
    {
        var mediaType = contentType?.Split(';', 2)[0].Trim();
        ParsedRequest parsed;
        try
        {
            parsed = (await calls.ParseAsync(channel, [new WebhookRequest { Body = body, ContentType = mediaType, ReceivedAt = now }], ct))[0];
        }
        catch (Exception error) when (error is PluginFailedException or PluginUnavailableException)
        {
            return Problems.Of(503, "plugin-unavailable", "The channel's plugin cannot read messages now.", "Send the request again later.");
        }

        if (parsed.Error is { } refused)
        {
            return Problems.Invalid(refused.Field, refused.Message);
        }

        var reading = WebhookReading.Of(channel, parsed, body, mediaType, now);
        if (reading.Items.Count == 0)
        {
            return reading.Refusal();
        }

        return await StoreAsync(channel, reading, ct);
    }

    private async Task<Results<Accepted<WebhookAnswer>, ProblemHttpResult>> StoreAsync(
        ConfiguredChannel channel, WebhookReading reading, CancellationToken ct)
    {
        try
        {
            await inbox.AppendAsync(new InboxAppend(reading.Raw, reading.Items), ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Problems.Of(503, "not-stored", "The messages could not be stored.", "Nothing was accepted; send the request again later.");
        }

        metrics.Accepted(reading.Items.Count);
        return TypedResults.Accepted((string?)null, reading.Answer());
    }
}
