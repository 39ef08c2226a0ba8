using SocialCrm.Host.Classification;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>The columns that a batch writes.</summary>
internal static class InteractionTables
{
    public static SqlTable<InteractionRow> New(Guid tenantId) => new(
        "interactions",
        [
            .. Key(tenantId),
            new("channel_id", SqlType.Uuid, i => i.ChannelId),
            new("identity_id", SqlType.Uuid, i => i.IdentityId),
            new("conversation_id", SqlType.Uuid, i => i.ConversationId),
            new("external_id", SqlType.Text, i => i.ExternalId),
            new("direction", SqlType.SmallInt, i => (short)i.Direction),
            new("kind", SqlType.SmallInt, i => (short)i.Kind),
            new("is_public", SqlType.Boolean, i => i.IsPublic),
            new("in_reply_to", SqlType.Text, i => i.InReplyTo),
            new("occurred_at", SqlType.Timestamp, i => i.OccurredAt),
            new("received_at", SqlType.Timestamp, i => i.ReceivedAt),
            new("raw_event_id", SqlType.Uuid, i => i.RawEventId),
            new("raw_index", SqlType.Integer, i => i.RawIndex),
            .. Changing(),
        ]);

    public static SqlTable<InteractionRow> Changes(Guid tenantId) => new("interactions", [.. Key(tenantId), .. Changing()]);

    public static SqlTable<InteractionRow> Labels(Guid tenantId) => new("interactions", [.. Key(tenantId), .. Labelled()]);

    public static SqlTable<(Guid Id, long Revision, string? Text, DateTime At)> Revisions(Guid tenantId) => new(
        "interaction_revisions",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("interaction_id", SqlType.Uuid, r => r.Id),
        new("revision", SqlType.BigInt, r => r.Revision),
        new("text", SqlType.Text, r => r.Text),
        new("replaced_at", SqlType.Timestamp, r => r.At));

    private static SqlColumn<InteractionRow>[] Key(Guid tenantId) =>
    [
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("id", SqlType.Uuid, i => i.Id, IsKey: true),
    ];

    private static SqlColumn<InteractionRow>[] Changing() =>
    [
        new("revision", SqlType.BigInt, i => i.Revision),
        new("text", SqlType.Text, i => i.Text),
        new("url", SqlType.Text, i => i.Url),
        new("edited_at", SqlType.Timestamp, i => i.EditedAt),
        new("deleted_at", SqlType.Timestamp, i => i.DeletedAt),
        new("attachment_count", SqlType.SmallInt, i => i.AttachmentCount),
        .. Labelled(),
    ];

    private static SqlColumn<InteractionRow>[] Labelled() =>
    [
        Closed("label_type", Facets.Type),
        Closed("label_asks", Facets.Asks),
        Closed("label_complains", Facets.Complains),
        Closed("label_praises", Facets.Praises),
        Closed("label_sentiment", Facets.Sentiment),
        Closed("label_action", Facets.Action),
        Closed("label_urgency", Facets.Urgency),
        new("label_language", SqlType.Text, i => i.Labels[Facets.Language]),
        new("label_topics", SqlType.TextArray, i => i.Labels.Topics.ToArray()),
        new("label_details", SqlType.Text, i => LabelDetails.Write(i.Labels)),
        new("labels_pending", SqlType.Boolean, i => i.Labels.Pending),
        new("model_version", SqlType.Text, i => i.Labels.ModelVersion),
    ];

    private static SqlColumn<InteractionRow> Closed(string column, string facet) =>
        new(column, SqlType.SmallInt, i => LabelCodes.Code(facet, i.Labels[facet]));
}
