using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Customers;

internal static class GetCustomerTimeline
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/customers/{id:guid}/timeline", HandleAsync)
        .RequireAuthorization(Permissions.ReadWorkspace).WithName("getCustomerTimeline").ProducesProblem(404);

    /// <summary>Shows all that passed between a customer and the organisation</summary>
    /// <remarks>Messages, notes and events of all conversations with all the customer's accounts, newest first.</remarks>
    /// <param name="id">The customer.</param>
    private static async Task<Results<Ok<Page<TimelineEntry>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, CustomerDirectory customers, Timelines timelines, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var identities = await customers.IdentitiesAsync(id, ct);
        return identities.Count == 0
            ? Problems.NotFound("customer")
            : TypedResults.Ok(await timelines.OfIdentitiesAsync(identities, limit, after, ct));
    }
}
