using SocialCrm.Host.Channels;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>What stands behind the ids of a page of conversations.</summary>
internal sealed record ConversationNames(
    IReadOnlyDictionary<Guid, ShownIdentity> Identities,
    IReadOnlyDictionary<Guid, ConfiguredChannel> Channels,
    IReadOnlyDictionary<Guid, string> Teams,
    IReadOnlyDictionary<Guid, string> People,
    IReadOnlyDictionary<Guid, LastMessage> Messages)
{
    public ConversationItem View(ConversationRow row)
    {
        var (conversation, activity) = (row.Conversation, row.Activity);
        var identity = Identities[conversation.IdentityId];
        var last = Messages.GetValueOrDefault(activity.LastInteractionId);
        return new ConversationItem
        {
            Id = conversation.Id,
            Status = conversation.Status,
            SnoozedUntil = conversation.SnoozedUntil,
            Channel = Channel(conversation.ChannelId),
            Customer = new ConversationCustomer(identity.CustomerId, identity.CustomerName, identity.Handle, identity.IsBlocked),
            Team = Name(Teams, conversation.TeamId),
            Assignee = Name(People, conversation.AssigneeId),
            Priority = conversation.Priority,
            Tags = conversation.Tags,
            Preview = last?.Preview,
            LastAttachments = last?.Attachments ?? 0,
            LastDirection = last?.Direction ?? MessageDirection.Inbound,
            LastInboundId = activity.LastInboundId,
            LastActivityAt = activity.LastActivityAt,
            OpenedAt = conversation.OpenedAt,
            MessageCount = activity.MessageCount,
            AwaitingReply = conversation.Status is not (ConversationStatus.Resolved or ConversationStatus.Spam) && CustomerSpokeLast(activity),
            Labels = activity.LastInboundId is { } inbound && Messages.TryGetValue(inbound, out var theirs)
                ? theirs.Labels
                : new ConversationLabels(null, null, null, null),
            Public = conversation.IsPublic,
        };
    }

    private static bool CustomerSpokeLast(ConversationActivity activity) =>
        activity.LastInboundAt is { } inbound && (activity.LastOutboundAt is not { } outbound || inbound > outbound);

    private static Named? Name(IReadOnlyDictionary<Guid, string> names, Guid? id) =>
        id is { } known ? new Named(known, names.GetValueOrDefault(known, "")) : null;

    private ConversationChannel Channel(Guid id) =>
        Channels.TryGetValue(id, out var channel) ? new ConversationChannel(id, channel.Name, channel.Connector) : new ConversationChannel(id, "", "");
}
