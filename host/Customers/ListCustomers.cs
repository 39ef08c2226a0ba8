using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Customers;

internal static class ListCustomers
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/customers", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listCustomers");

    /// <summary>Lists the customers</summary>
    /// <remarks>Those we met last come first. Each with their accounts and how we stand.</remarks>
    private static async Task<Results<Ok<Page<CustomerView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, CrmDbContext db, CustomerViews views, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        // Ids grow with time, and the key holds them in order.
        var query = db.Set<Customer>().AsNoTracking();
        if (after is { } place)
        {
            query = query.Where(c => c.Id.CompareTo(place.Id) < 0);
        }

        var rows = await query.OrderByDescending(c => c.Id).Take(limit + 1).ToListAsync(ct);
        var part = rows.ToPage(limit, c => new Cursor(c.CreatedAt, c.Id));
        return TypedResults.Ok(new Page<CustomerView>(await views.OfAsync(part.Items, ct), part.Next));
    }
}
