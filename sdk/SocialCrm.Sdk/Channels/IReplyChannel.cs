namespace SocialCrm.Sdk;

/// <summary>A channel over which an agent's reply can be sent.</summary>
public interface IReplyChannel : IChannelConnector
{
    /// <summary>
    /// Sends one message, once. The host retries with back-off of its own: do not retry inside. Throwing counts as
    /// <see cref="SendStatus.Retry"/> when the descriptor says that sends are idempotent, else as <see cref="SendStatus.Unknown"/>.
    /// </summary>
    /// <param name="message">The message, with a key that stays the same on every retry.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget (30 seconds).</param>
    ValueTask<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}
