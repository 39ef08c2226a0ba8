using SocialCrm.Host.Ingestion;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Ingestion;

internal static class PendingMessages
{
    /// <summary>One that was read from a lane.</summary>
    public static PendingMessage Read(LaneKey lane = default, long inboxId = 1, DateTime receivedAt = default, DateTime? writtenAt = null) => new()
    {
        InboxId = inboxId,
        Lane = lane,
        ChannelId = Guid.Empty,
        RawEventId = Guid.Empty,
        RawIndex = 0,
        Payload = "",
        ReceivedAt = receivedAt,
        Attempts = 0,
        Message = new InboundMessage { ExternalId = "1", OccurredAt = writtenAt },
    };
}
