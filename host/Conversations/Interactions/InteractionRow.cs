using System.Data.Common;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>A message while a batch works on it.</summary>
public sealed class InteractionRow
{
    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid IdentityId { get; init; }

    public required Guid ConversationId { get; init; }

    public string? ExternalId { get; init; }

    public long Revision { get; set; } = 1;

    public MessageDirection Direction { get; init; }

    public MessageKind Kind { get; init; }

    public string? Text { get; set; }

    public string? Url { get; set; }

    public bool IsPublic { get; init; }

    public string? InReplyTo { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public DateTime? EditedAt { get; set; }

    public DateTime? DeletedAt { get; set; }

    public Guid? RawEventId { get; set; }

    public int RawIndex { get; set; }

    /// <summary>How many files it has.</summary>
    public short AttachmentCount { get; set; }

    public MessageLabels Labels { get; set; } = MessageLabels.None;

    public bool IsNew { get; init; }

    public bool Changed { get; set; }

    /// <summary>True when nothing but its labels is other than stored.</summary>
    public bool LabelsChanged { get; set; }

    internal const string Columns =
        "id, channel_id, identity_id, conversation_id, external_id, revision, direction, kind, text, url, is_public, in_reply_to, occurred_at, "
        + "received_at, edited_at, deleted_at, raw_event_id, raw_index, label_type, label_asks, label_complains, label_praises, label_sentiment, "
        + "label_action, label_urgency, label_language, label_topics, label_details, labels_pending, model_version, attachment_count";

    /// <summary>What the relationship needs to know of it.</summary>
    public Contact ToContact() => new()
    {
        InteractionId = Id,
        ConversationId = ConversationId,
        At = OccurredAt,
        Kind = Kind.ToString().ToLowerInvariant(),
        IsOutbound = Direction == MessageDirection.Outbound,
        Sentiment = DeletedAt is null ? Labels.Sentiment : null,
        IsQuestion = Labels.IsQuestion,
        WantsAnswer = DeletedAt is null && Labels.WantsAnswer,
    };

    internal static InteractionRow Read(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ChannelId = row.GetGuid(1),
        IdentityId = row.GetGuid(2),
        ConversationId = row.GetGuid(3),
        ExternalId = row.Text(4),
        Revision = row.GetInt64(5),
        Direction = (MessageDirection)row.GetInt16(6),
        Kind = (MessageKind)row.GetInt16(7),
        Text = row.Text(8),
        Url = row.Text(9),
        IsPublic = row.GetBoolean(10),
        InReplyTo = row.Text(11),
        OccurredAt = row.Time(12),
        ReceivedAt = row.Time(13),
        EditedAt = row.OptionalTime(14),
        DeletedAt = row.OptionalTime(15),
        RawEventId = row.Id(16),
        RawIndex = row.GetInt32(17),
        Labels = ReadLabels(row).ToLabels(),
        AttachmentCount = row.GetInt16(30),
    };

    private static LabelColumns ReadLabels(DbDataReader row) => new()
    {
        Type = row.Small(18),
        Asks = row.Small(19),
        Complains = row.Small(20),
        Praises = row.Small(21),
        Sentiment = row.Small(22),
        Action = row.Small(23),
        Urgency = row.Small(24),
        Language = row.Text(25),
        Topics = row.Texts(26),
        Details = row.GetString(27),
        Pending = row.GetBoolean(28),
        ModelVersion = row.Text(29),
    };
}
