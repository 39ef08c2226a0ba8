namespace SocialCrm.Sdk;

/// <summary>A channel to which a network posts its messages.</summary>
public interface IWebhookChannel : IChannelConnector
{
    /// <summary>
    /// Reads requests whose signature the host has verified. Must be free of side effects and must not use the
    /// network: the host keeps the raw request and may ask again, years later, for the same one.
    /// </summary>
    /// <param name="requests">One or more requests, in the order in which they came.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget.</param>
    /// <returns>One result for each request, in the same order.</returns>
    ValueTask<IReadOnlyList<ParsedRequest>> ParseAsync(IReadOnlyList<WebhookRequest> requests, CancellationToken cancellationToken);
}
