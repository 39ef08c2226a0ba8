using SocialCrm.Host.Access;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Engagement;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>Gathers what is shown of messages from the slices that know it, for all of a page at once.</summary>
public sealed class InteractionViews(CustomerDirectory customers, Members members, LabelViews labels, Deliveries deliveries, AttachmentViews attachments)
{
    /// <summary>The messages as they are shown, in the same order.</summary>
    public async Task<List<InteractionView>> OfAsync(IReadOnlyList<Interaction> messages, CancellationToken ct)
    {
        var identities = await customers.OfAsync(messages.Select(m => m.IdentityId).ToHashSet(), ct);
        var names = await members.NamesAsync(messages.Select(m => m.AuthorId).OfType<Guid>().ToHashSet(), ct);
        var ours = messages.Where(m => m.Direction == MessageDirection.Outbound).Select(m => m.Id).ToList();
        var sent = await deliveries.OfAsync(ours, ct);
        var files = await attachments.OfMessagesAsync([.. messages.Where(m => m.AttachmentCount > 0).Select(m => m.Id)], ct);
        var labelled = await labels.OfAsync([.. messages.Select(Labelled)], ct);
        return [.. messages.Select((message, i) =>
            View(message, identities[message.IdentityId], names, labelled[i], sent.GetValueOrDefault(message.Id)) with { Attachments = [.. files[message.Id]] })];
    }

    private static LabelledText Labelled(Interaction message) =>
        new(message.Text, message.Kind, message.InReplyTo is not null, message.Labels.ToLabels());

    private static InteractionView View(
        Interaction message, ShownIdentity identity, Dictionary<Guid, string> names, IReadOnlyList<LabelView> labels, DeliveryView? delivery) => new()
        {
            Id = message.Id,
            ExternalId = message.ExternalId,
            Revision = message.Revision,
            ChannelId = message.ChannelId,
            CustomerId = identity.CustomerId,
            ConversationId = message.ConversationId,
            Direction = message.Direction,
            Kind = message.Kind,
            Text = message.Text,
            Url = message.Url,
            Public = message.IsPublic,
            OccurredAt = message.OccurredAt,
            ReceivedAt = message.ReceivedAt,
            EditedAt = message.EditedAt,
            DeletedAt = message.DeletedAt,
            Author = Author(message, identity, names),
            Labels = labels,
            LabelsPending = message.Labels.Pending,
            Delivery = delivery,
            Attachments = [],
        };

    private static InteractionAuthor? Author(Interaction message, ShownIdentity identity, Dictionary<Guid, string> names) => message switch
    {
        { Direction: MessageDirection.Inbound } => new InteractionAuthor(identity.Id, identity.Name, identity.Handle),
        { AuthorId: { } user } => new InteractionAuthor(user, names.GetValueOrDefault(user, ""), null),
        _ => null,
    };
}
