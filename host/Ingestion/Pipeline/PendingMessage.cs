using SocialCrm.Host.Classification;
using SocialCrm.Host.Customers;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>A message read from its lane, on its way to being applied.</summary>
internal sealed class PendingMessage
{
    public required long InboxId { get; init; }

    public required LaneKey Lane { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid RawEventId { get; init; }

    public required int RawIndex { get; init; }

    public required string Payload { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Within what the author's id is unique; known once the channel was looked up.</summary>
    public string Scope { get; set; } = "";

    public InboundMessage Message { get; set; } = null!;

    public MessageLabels Labels { get; set; } = MessageLabels.None;

    public MessageKey Key => new(ChannelId, Message.ExternalId);

    public AuthorKey Author => new(Scope, Message.Author!.Id);

    /// <summary>When it was written; a time ahead of our clock counts as the time we received it.</summary>
    public DateTime OccurredAt => Message.OccurredAt is { } at && at < ReceivedAt ? at : ReceivedAt;
}
