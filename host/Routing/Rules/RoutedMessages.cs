using SocialCrm.Host.Channels;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Listening;
using SocialCrm.Host.SystemsOfRecord;

namespace SocialCrm.Host.Routing;

/// <summary>Makes stored messages ready for rules: with the name of their channel and what is known of who wrote them.</summary>
internal sealed class RoutedMessages(ChannelDirectory channels, CustomerDirectory customers, RecordOwners owners)
{
    /// <summary>The messages as rules look at them, in the same order; of their authors only what the rules ask for.</summary>
    public async Task<List<RoutedMessage>> OfAsync(
        Guid tenantId, IReadOnlyList<PastMessage> messages, bool looksAtCustomer, bool looksAtRecords, CancellationToken ct)
    {
        var known = await channels.AllAsync(tenantId, ct);
        var authors = looksAtCustomer || looksAtRecords ? await customers.OfAsync(messages.Select(m => m.IdentityId).ToHashSet(), ct) : [];
        var kept = looksAtRecords ? await owners.OfCustomersAsync(tenantId, authors.Values.Select(a => a.CustomerId).ToHashSet(), ct) : [];
        var routed = new List<RoutedMessage>(messages.Count);
        foreach (var message in messages)
        {
            var author = authors.GetValueOrDefault(message.IdentityId);
            var record = author is null ? null : kept.GetValueOrDefault(author.CustomerId);
            var channel = known.TryGetValue(message.ChannelId, out var found) ? found.Name : "";
            routed.Add(new RoutedMessage(message.ChannelId, channel, message.Kind, message.IsPublic, new TokenizedText(message.Text), message.Text, message.Labels)
            {
                AuthorName = author?.Name,
                AuthorHandle = author?.Handle,
                Followers = author?.Followers,
                Owners = record?.Owners ?? [],
                Tiers = record?.Tiers ?? [],
            });
        }

        return routed;
    }
}
