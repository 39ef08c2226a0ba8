using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.SystemsOfRecord;

namespace SocialCrm.Host.Customers;

/// <summary>Gathers what is shown of customers, for all of a page at once.</summary>
internal sealed class CustomerViews(CrmDbContext db, Caller caller, ChannelDirectory channels, CustomerRecords records)
{
    public async Task<List<CustomerView>> OfAsync(IReadOnlyList<Customer> customers, CancellationToken ct)
    {
        var ids = customers.Select(c => c.Id).ToList();
        var identities = await db.Set<Identity>().AsNoTracking().Where(i => ids.Contains(i.CustomerId)).OrderBy(i => i.Id).ToListAsync(ct);
        var identityIds = identities.ConvertAll(i => i.Id);
        var states = await db.Set<StoredRelationship>().Where(r => identityIds.Contains(r.IdentityId))
            .ToDictionaryAsync(r => r.IdentityId, r => r.State, ct);
        var known = await channels.AllAsync(caller.TenantId, ct);
        var merged = (await db.Set<Customer>().AsNoTracking().Where(c => c.MergedInto != null && ids.Contains(c.MergedInto.Value)).ToListAsync(ct))
            .ToLookup(c => c.MergedInto!.Value);
        var byCustomer = identities.ToLookup(i => i.CustomerId);
        var kept = await records.OfAsync(ids, ct);
        return [.. customers.Select(c => View(c, [.. byCustomer[c.Id]], states, known) with { Merged = View(merged[c.Id]), Records = [.. kept[c.Id]] })];
    }

    /// <summary>A customer by its own id, merged or not; null when there is none.</summary>
    public async Task<CustomerView?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<Customer>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } customer ? (await OfAsync([customer], ct))[0] : null;

    /// <summary>What customers are called, by their ids; a merged one bears the name of who stands for them.</summary>
    public async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var customers = await db.Set<Customer>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name, Shown = c.MergedInto ?? c.Id }).ToListAsync(ct);
        var shown = customers.Select(c => c.Shown).ToHashSet();
        var identities = (await db.Set<Identity>().AsNoTracking().Where(i => shown.Contains(i.CustomerId)).ToListAsync(ct)).ToLookup(i => i.CustomerId);
        return customers.ToDictionary(c => c.Id, c => CustomerName.Of(c.Name, [.. identities[c.Shown]]));
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
            customer.CreatedAt,
            [],
            []);
    }

    private static List<MergedCustomer> View(IEnumerable<Customer> merged) =>
        [.. merged.OrderByDescending(c => c.MergedAt).ThenByDescending(c => c.Id).Select(c => new MergedCustomer(c.Id, c.MergedAt!.Value, c.MergedBy ?? ""))];

    private static IdentityView View(Identity identity, IReadOnlyDictionary<Guid, ConfiguredChannel> channels) => new(
        identity.Id,
        identity.ChannelId,
        channels.TryGetValue(identity.ChannelId, out var channel) ? channel.Connector : "",
        identity.ExternalId,
        identity.Handle,
        identity.Name,
        identity.ProfileUrl,
        identity.Followers)
    {
        BlockedAt = identity.BlockedAt,
    };
}
