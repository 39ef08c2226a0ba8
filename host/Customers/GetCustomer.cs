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
    /// <remarks>Their accounts, and how we stand: contacts, sentiment and its trend, open questions. The id of a customer
    /// who was merged into another answers with that one.</remarks>
    /// <param name="id">The customer.</param>
    private static async Task<Results<Ok<CustomerView>, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, CustomerDirectory directory, CustomerViews views, CancellationToken ct)
    {
        var standing = await directory.StandingAsync(id, ct);
        return await db.Set<Customer>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == standing, ct) is { } customer
            ? TypedResults.Ok((await views.OfAsync([customer], ct))[0])
            : Problems.NotFound("customer");
    }
}
