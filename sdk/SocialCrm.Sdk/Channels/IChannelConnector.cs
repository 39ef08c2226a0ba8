namespace SocialCrm.Sdk;

/// <summary>A plugin's implementation for a network, as one configured channel uses it.</summary>
/// <remarks>
/// What a channel can do is said by the further interfaces that its connector implements:
/// <see cref="IWebhookChannel"/>, <see cref="IPollingChannel"/>, <see cref="IReplyChannel"/>, <see cref="IImportChannel"/>. Methods may be
/// called concurrently. Every call has a
/// time budget; at its end the token is cancelled and the call must return within a second. The host owns the
/// instance, and disposes it (if it is disposable) when the channel's settings change or the plugin stops.
/// </remarks>
public interface IChannelConnector
{
    /// <summary>Tests the connection as it is configured, without any effect that a customer could see.</summary>
    /// <param name="cancellationToken">Cancelled at the end of the time budget.</param>
    /// <returns>Whether the channel can work, and if not, what an admin should do.</returns>
    ValueTask<ChannelCheck> CheckAsync(CancellationToken cancellationToken);
}
