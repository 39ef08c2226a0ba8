using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Routing;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>A message read from its lane, on its way to being applied.</summary>
internal sealed class PendingMessage
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    // The databases tell no shorter times apart.
    private static readonly TimeSpan ShortestTime = TimeSpan.FromMicroseconds(1);

    private DateTime? _after;

    public required long InboxId { get; init; }

    public required LaneKey Lane { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid RawEventId { get; init; }

    public required int RawIndex { get; init; }

    public required string Payload { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required int Attempts { get; init; }

    public Guid? ImportId { get; init; }

    /// <summary>What is older arrives as settled history; null for what was not imported.</summary>
    public DateTime? SettledBefore { get; set; }

    /// <summary>Within what the author's id is unique; known once the channel was looked up.</summary>
    public string Scope { get; set; } = "";

    public InboundMessage Message { get; set; } = null!;

    public MessageLabels Labels { get; set; } = MessageLabels.None;

    public string ChannelName { get; set; } = "";

    /// <summary>The rules that hold for it, found before the transaction.</summary>
    public IReadOnlyList<MatchedRule> Rules { get; set; } = [];

    public bool IsOutbound => Message.Direction == MessageDirection.Outbound;

    public MessageKey Key => new(ChannelId, Message.ExternalId);

    /// <summary>What a message of our own answers, where it says so.</summary>
    public MessageKey? AnsweredKey => IsOutbound && Message.InReplyTo is { } id ? new MessageKey(ChannelId, id) : null;

    public AuthorKey Author => new(Scope, Message.Author!.Id);

    public Arrival ToArrival(Guid identityId, bool deleted) => new()
    {
        IdentityId = identityId,
        ChannelId = ChannelId,
        ThreadKey = Message.Thread,
        IsPublic = Message.IsPublic,
        Deleted = deleted,
        At = OccurredAt,
        SettledBefore = SettledBefore,
    };

    /// <summary>When it was written; a time ahead of our clock counts as the time we received it.</summary>
    public DateTime OccurredAt => Message.OccurredAt is { } at && at < ReceivedAt ? at : _after ?? ReceivedAt;

    /// <summary>
    /// It came after what its author wrote before. Where the network gives no time, what tells is our nodes' clocks, and those differ by
    /// moments: nobody is to see an author's messages in another order than they were sent.
    /// </summary>
    public void ComesAfter(DateTime? before)
    {
        if (Message.OccurredAt is null && before >= ReceivedAt && before < ReceivedAt + ClocksDiffer)
        {
            _after = before + ShortestTime;
        }
    }
}
