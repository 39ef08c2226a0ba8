using SocialCrm.Host.Channels;

namespace SocialCrm.Host.Ingestion;

/// <summary>A message that could not be applied.</summary>
/// <param name="Id">Our id of the dead letter.</param>
/// <param name="ChannelId">The channel it came over.</param>
/// <param name="ChannelName">That channel's name.</param>
/// <param name="ExternalId">The network's id of the message.</param>
/// <param name="Error">Why it could not be applied.</param>
/// <param name="Message">The message as JSON text, cut at 4,000 characters.</param>
/// <param name="ReceivedAt">When it was accepted.</param>
/// <param name="FailedAt">When it failed last.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record DeadLetterView(
    Guid Id, Guid ChannelId, string ChannelName, string ExternalId, string Error, string Message, DateTime ReceivedAt, DateTime FailedAt, int Attempts)
{
    private const int MostOfMessage = 4000;

    internal static DeadLetterView Of(DeadLetter letter, IReadOnlyDictionary<Guid, ConfiguredChannel> channels) => new(
        letter.Id,
        letter.ChannelId,
        channels.TryGetValue(letter.ChannelId, out var channel) ? channel.Name : "",
        letter.ExternalId,
        letter.Error,
        letter.Payload.Length > MostOfMessage ? letter.Payload[..MostOfMessage] : letter.Payload,
        letter.ReceivedAt,
        letter.FailedAt,
        letter.Attempts);
}
