using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>Gathers what is shown of customers, for all of a page at once.</summary>
internal sealed class CustomerViews(CrmDbContext db, Caller caller, ChannelDirectory channels)
{
    public async Task<List<CustomerView>> OfAsync(IReadOnlyList<Customer> customers, CancellationToken ct)
    {
        var ids = customers.Select(c => c.Id).ToList();
        var identities = await db.Set<Identity>().AsNoTracking().Where(i => ids.Contains(i.CustomerId)).OrderBy(i => i.Id).ToListAsync(ct);
        var identityIds = identities.ConvertAll(i => i.Id);
        var states = await db.Set<StoredRelationship>().Where(r => identityIds.Contains(r.IdentityId))
            .ToDictionaryAsync(r => r.IdentityId, r => r.State, ct);
        var known = await channels.AllAsync(caller.TenantId, ct);
        var byCustomer = identities.ToLookup(i => i.CustomerId);
        return [.. customers.Select(c => View(c, [.. byCustomer[c.Id]], states, known))];
    }

    private static CustomerView View(
        Customer customer, List<Identity> identities, Dictionary<Guid, string> states, IReadOnlyDictionary<Guid, ConfiguredChannel> channels)
    {
        var relationships = identities.Where(i => states.ContainsKey(i.Id)).Select(i => Relationships.Read(states[i.Id])).ToList();
        return new CustomerView(
            customer.Id,
            CustomerName.Of(customer.Name, identities),
            identities.ConvertAll(i => View(i, channels)),
            RelationshipSum.Of(relationships),
            customer.CreatedAt);
    }

    private static IdentityView View(Identity identity, IReadOnlyDictionary<Guid, ConfiguredChannel> channels) => new(
        identity.Id,
        identity.ChannelId,
        channels.TryGetValue(identity.ChannelId, out var channel) ? channel.Connector : "",
        identity.ExternalId,
        identity.Handle,
        identity.Name,
        identity.ProfileUrl,
        identity.Followers);
}
