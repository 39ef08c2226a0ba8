using SocialCrm.Plugins.Channels.SignedWebhook.Parsing;
using SocialCrm.Plugins.Channels.SignedWebhook.Sending;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook;

/// <summary>One channel on which a system of the organisation's own posts messages and takes replies.</summary>
public sealed class SignedWebhookConnector(ChannelContext<SignedWebhookSettings> channel, TimeProvider time) : IWebhookChannel, IReplyChannel
{
    public async ValueTask<ChannelCheck> CheckAsync(CancellationToken cancellationToken)
    {
        if (channel.Settings.CallbackUrl is not { } callback)
        {
            return new ChannelCheck(true, "This channel receives only: it has no callback address for replies.");
        }

        // A request of any kind could set something off over there, so the address is looked up and nothing is sent.
        return await channel.CheckAddressAsync(callback, cancellationToken) is { } problem
            ? new ChannelCheck(false, problem)
            : new ChannelCheck(true, $"Replies go to {callback.Host}. Nothing was sent there for this test.");
    }

    public ValueTask<IReadOnlyList<ParsedRequest>> ParseAsync(IReadOnlyList<WebhookRequest> requests, CancellationToken cancellationToken)
    {
        var parsed = new ParsedRequest[requests.Count];
        for (var i = 0; i < parsed.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parsed[i] = BodyReader.Read(requests[i].Body.Span);
        }

        return ValueTask.FromResult<IReadOnlyList<ParsedRequest>>(parsed);
    }

    public ValueTask<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        new ReplySender(channel, time).SendAsync(message, cancellationToken);
}
