using System.Text.Json;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Makes what systems are told of messages, from the messages as they are now.</summary>
internal sealed class ActivityEntries(
    Caller caller, StoredMessages messages, InteractionViews views, CustomerViews customers, ContactEntries contacts, ChannelDirectory channels)
{
    /// <summary>Null for a message that is no longer there.</summary>
    public async Task<ActivityEntry?> OfAsync(RecordSystem system, Guid interactionId, string key, CancellationToken ct)
    {
        if (await messages.FindAsync(interactionId, ct) is not { } message)
        {
            return null;
        }

        var view = (await views.OfAsync([message], ct))[0];
        var customer = await customers.FindAsync(view.CustomerId, ct);
        var channel = await channels.FindAsync(caller.TenantId, view.ChannelId, ct);
        return new ActivityEntry
        {
            IdempotencyKey = key,
            ActivityId = view.Id.ToString(),
            ContactId = view.CustomerId.ToString(),
            RecordId = customer is null ? null : await contacts.RecordOfAsync(system.Id, customer, ct),
            Withdrawn = view.DeletedAt is not null,
            At = view.OccurredAt,
            Fields = Values(view, customer, channel).Mapped(FieldMapping.Read(system.Mapping).Activity),
        };
    }

    private static FieldValues Values(InteractionView message, CustomerView? customer, ConfiguredChannel? channel) => new FieldValues()
        .With("direction", Word(message.Direction))
        .With("kind", Word(message.Kind))
        .With("text", message.Text)
        .With("url", message.Url)
        .With("public", message.Public)
        .With("channel", channel?.Name)
        .With("network", channel?.Connector)
        .With("author", message.Author?.Name)
        .With("authorHandle", message.Author?.Handle)
        .With("customerName", customer?.Name)
        .With("conversation", message.ConversationId.ToString())
        .With("externalId", message.ExternalId)
        .With("revision", message.Revision)
        .With("editedAt", message.EditedAt)
        .With("type", Label(message, Facets.Type))
        .With("sentiment", Label(message, Facets.Sentiment))
        .With("urgency", Label(message, Facets.Urgency))
        .With("language", Label(message, Facets.Language))
        .With("topics", message.Labels.Where(l => l.Facet == Facets.Topic).Select(l => l.Value));

    private static string? Label(InteractionView message, string facet) =>
        message.Labels.FirstOrDefault(l => l.Facet == facet && l.Value != Facets.Unsure)?.Value;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
