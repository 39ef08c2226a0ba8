using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;

namespace SocialCrm.Host.Ingestion;

internal static class NewInteraction
{
    /// <summary>The message as it is stored. One whose deletion came first is stored as taken down, without its text.</summary>
    public static InteractionRow From(PendingMessage pending, ThreadRow thread, Guid id, bool deleted) => new()
    {
        Id = id,
        ChannelId = pending.ChannelId,
        IdentityId = thread.IdentityId,
        ConversationId = thread.Id,
        ExternalId = pending.Message.ExternalId,
        Revision = pending.Message.Revision,
        Direction = pending.Message.Direction,
        Kind = pending.Message.Kind,
        Text = deleted ? null : pending.Message.Text,
        Url = pending.Message.Url,
        IsPublic = pending.Message.IsPublic,
        InReplyTo = pending.Message.InReplyTo,
        OccurredAt = pending.OccurredAt,
        ReceivedAt = pending.ReceivedAt,
        EditedAt = pending.Message.Change == Sdk.InboundChange.Edited ? pending.OccurredAt : null,
        DeletedAt = deleted ? pending.ReceivedAt : null,
        RawEventId = pending.RawEventId,
        RawIndex = pending.RawIndex,
        Labels = deleted ? MessageLabels.None : pending.Labels,
        IsNew = true,
    };
}
