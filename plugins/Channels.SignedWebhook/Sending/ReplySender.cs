using System.Globalization;
using System.Net.Http.Headers;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Sending;

/// <summary>Posts one reply to the callback address, signed; the receiver drops a repeated <c>webhook-id</c>.</summary>
internal sealed class ReplySender(ChannelContext<SignedWebhookSettings> channel, TimeProvider time)
{
    public async ValueTask<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (channel.Settings.CallbackUrl is not { } callback || channel.SigningSecret is not { } secret)
        {
            return SendResult.Failed("The channel has no callback address to which replies could be posted. An admin can add one.");
        }

        try
        {
            using var request = Request(callback, secret, message);
            using var response = await channel.Http.SendAsync(request, cancellationToken);
            return await ReplyAnswer.ReadAsync(response, time, cancellationToken);
        }
        catch (AddressRefusedException refused)
        {
            return SendResult.Failed(refused.Message);
        }
        catch (HttpRequestException error)
        {
            return SendResult.Retry($"{callback.Host} could not be reached ({error.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Retry($"{callback.Host} did not answer in time.");
        }
    }

    private HttpRequestMessage Request(Uri callback, string secret, OutboundMessage message)
    {
        var body = ReplyBody.Write(message);
        var now = time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(StandardWebhooks.IdHeader, message.IdempotencyKey);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Sign(secret, message.IdempotencyKey, now, body));
        return request;
    }
}
