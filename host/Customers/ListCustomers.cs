using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.SystemsOfRecord;

namespace SocialCrm.Host.Customers;

internal sealed class ListCustomers(CrmDbContext db, ICrmDatabase database, CustomerViews views, CustomerRecords records)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/customers", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listCustomers");
        api.MapGet("/customers/record-values", ValuesAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listRecordValues");
    }

    /// <summary>Lists the customers</summary>
    /// <remarks>Those we were in contact with last come first. Each with their accounts and how we stand.</remarks>
    /// <param name="q">Those with an account whose name, handle or id has all these words; the last may be the beginning of one.</param>
    /// <param name="tier">Those with a record of this tier in a system of record, spelled as there.</param>
    /// <param name="owner">Those with a record of this owner; with a tier too, one record has both.</param>
    private static async Task<Results<Ok<Page<CustomerView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, ListCustomers list, CancellationToken ct,
        [FromQuery] string? q = null, [FromQuery] string? tier = null, [FromQuery] string? owner = null) =>
        page.TryRead(out var limit, out var after, out var problem)
            ? TypedResults.Ok(await list.ReadAsync(new(SearchWords.Read(q), Given(tier), Given(owner)), limit, after, ct))
            : problem;

    /// <summary>Lists the tiers and owners of customers</summary>
    /// <remarks>What systems of record say of them, with how many records say so: the values by which the list can be narrowed.</remarks>
    private static async Task<Ok<RecordValues>> ValuesAsync(CustomerRecords records, CancellationToken ct) =>
        TypedResults.Ok(await records.ValuesAsync(ct));

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private async Task<Page<CustomerView>> ReadAsync(Which which, int limit, Cursor? after, CancellationToken ct)
    {
        var last = LastContacts();
        if (which.Words is { } words)
        {
            var term = database.Dialect.SearchTerm(words, db.TenantId);
            var found = db.Set<Identity>().FromSqlRaw((await database.SearchAsync("identities", term, ct)).Sql, term);
            last = last.Where(c => found.Any(i => i.CustomerId == c.Id));
        }

        if (which.Tier is not null || which.Owner is not null)
        {
            var told = OfRecords(which.Tier, which.Owner);
            last = last.Where(c => told.Contains(c.Id));
        }

        if (after is { } place)
        {
            last = last.Where(c => c.At <= place.Time && (c.At < place.Time || c.Id.CompareTo(place.Id) < 0));
        }

        var rows = await last.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(limit + 1).ToListAsync(ct);
        var part = rows.ToPage(limit, c => new Cursor(c.At, c.Id));
        var ids = part.Items.Select(c => c.Id).ToList();
        var customers = await db.Set<Customer>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return new Page<CustomerView>(await views.OfAsync([.. ids.Select(id => customers[id])], ct), part.Next);
    }

    /// <summary>
    /// Each customer with their last contact, whichever identity had it. Said so that the newest are found by walking the
    /// contacts from the last one on; grouping by customer would read them all for one page.
    /// </summary>
    private IQueryable<LastContact> LastContacts()
    {
        var all =
            from relationship in db.Set<StoredRelationship>()
            join identity in db.Set<Identity>() on relationship.IdentityId equals identity.Id
            select new { identity.CustomerId, IdentityId = identity.Id, At = relationship.LastContactAt };
        return all
            .Where(c => !all.Any(other => other.CustomerId == c.CustomerId && other.At >= c.At && (other.At > c.At || other.IdentityId.CompareTo(c.IdentityId) > 0)))
            .Select(c => new LastContact { Id = c.CustomerId, At = c.At });
    }

    // A record belongs to whom its accounts belonged to before any merge; who is listed is who they belong to now.
    private IQueryable<Guid> OfRecords(string? tier, string? owner)
    {
        var homes = records.HomesWith(tier, owner);
        return
            from identity in db.Set<Identity>()
            join moved in db.Set<MovedIdentity>() on identity.Id equals moved.IdentityId into moves
            from moved in moves.DefaultIfEmpty()
            where homes.Contains(moved == null ? identity.CustomerId : moved.HomeId)
            select identity.CustomerId;
    }

    private sealed class LastContact
    {
        public required Guid Id { get; init; }

        public required DateTime At { get; init; }
    }

    private sealed record Which(SearchWords? Words, string? Tier, string? Owner);
}
