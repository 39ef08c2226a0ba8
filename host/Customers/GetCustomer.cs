using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Customers;

internal static class GetCustomer
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/customers/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ReadWorkspace).WithName("getCustomer").ProducesProblem(404);

    /// <summary>Shows a customer</summary>
    /// <remarks>Their accounts, and how we stand: contacts, sentiment and its trend, open questions.</remarks>
    /// <param name="id">The customer.</param>
    private static async Task<Results<Ok<CustomerView>, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, CustomerViews views, CancellationToken ct) =>
        await db.Set<Customer>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } customer
            ? TypedResults.Ok((await views.OfAsync([customer], ct))[0])
            : Problems.NotFound("customer");
}
