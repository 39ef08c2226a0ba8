using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>The records of customers, for slices that show customers.</summary>
public sealed class CustomerRecords(CrmDbContext db, ICrmDatabase database)
{
    private const int MostValues = 200;

    /// <summary>By customers who stand for themselves: their records and those of all who were merged into them.</summary>
    public async Task<ILookup<Guid, CustomerRecord>> OfAsync(IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        var systems = await db.Set<RecordSystem>().AsNoTracking().Where(s => s.DeletedAt == null).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var families = systems.Count == 0 ? [] : await FamiliesAsync(customers, ct);
        var ids = families.Select(f => f.Id).ToHashSet();
        var links = systems.Count == 0 ? [] : await db.Set<RecordLink>().AsNoTracking().Where(l => ids.Contains(l.CustomerId)).ToListAsync(ct);
        var byCustomer = links.Where(l => systems.ContainsKey(l.SystemId)).ToLookup(l => l.CustomerId);
        return families
            .SelectMany(f => byCustomer[f.Id].Select(link => (f.Root, Record: View(link, systems[link.SystemId]))))
            .OrderBy(r => r.Record.System.Name, StringComparer.OrdinalIgnoreCase).ThenByDescending(r => r.Record.AsOf)
            .ToLookup(r => r.Root, r => r.Record);
    }

    /// <summary>Whose records say so, as a part of a larger query: the customers to whom the accounts belonged before any merge.</summary>
    public IQueryable<Guid> HomesWith(string? tier, string? owner) =>
        Standing().Where(l => (tier == null || l.Tier == tier) && (owner == null || l.Owner == owner)).Select(l => l.CustomerId);

    /// <summary>The tiers and owners that there are, those with the most records first.</summary>
    public async Task<RecordValues> ValuesAsync(CancellationToken ct) => new(
        await CountAsync(Standing().Where(l => l.Tier != null).GroupBy(l => l.Tier!), ct),
        await CountAsync(Standing().Where(l => l.Owner != null).GroupBy(l => l.Owner!), ct));

    // Links of a deleted system may still lie there for a moment.
    private IQueryable<RecordLink> Standing() => db.Set<RecordLink>().Where(l => db.Set<RecordSystem>().Any(s => s.Id == l.SystemId && s.DeletedAt == null));

    private static async Task<IReadOnlyList<RecordValue>> CountAsync(IQueryable<IGrouping<string, RecordLink>> groups, CancellationToken ct) =>
        [.. (await groups.Select(g => new { Value = g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Value).Take(MostValues).ToListAsync(ct))
            .Select(g => new RecordValue(g.Value, g.Count))];

    private async Task<List<(Guid Root, Guid Id)>> FamiliesAsync(IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var families = await CustomerFamilies.OfAsync(session, db.TenantId, customers, ct);
        return [.. families.SelectMany(f => f.Select(id => (f.Key, id)))];
    }

    private static CustomerRecord View(RecordLink link, string system) => new(
        new Named(link.SystemId, system),
        link.RecordId,
        link.Url,
        link.Owner,
        link.Tier,
        JsonSerializer.Deserialize(link.Fields, RecordsJson.Default.DictionaryStringString)!,
        link.AsOf);
}

/// <summary>A customer's record in a system of record.</summary>
/// <param name="System">The system.</param>
/// <param name="RecordId">The record's id there.</param>
/// <param name="Url">Where a person opens it.</param>
/// <param name="Owner">Who owns the customer there.</param>
/// <param name="Tier">The customer's tier.</param>
/// <param name="Fields">Further fields, by name.</param>
/// <param name="AsOf">When the system says it was so.</param>
public sealed record CustomerRecord(
    Named System, string RecordId, string? Url, string? Owner, string? Tier, IReadOnlyDictionary<string, string> Fields, DateTime AsOf);

/// <summary>What systems of record say of the customers of an organisation.</summary>
/// <param name="Tiers">The tiers, the 200 with the most records.</param>
/// <param name="Owners">The owners, the 200 with the most records.</param>
public sealed record RecordValues(IReadOnlyList<RecordValue> Tiers, IReadOnlyList<RecordValue> Owners);

/// <param name="Value">The value as the system spells it.</param>
/// <param name="Count">How many records have it.</param>
public sealed record RecordValue(string Value, int Count);
