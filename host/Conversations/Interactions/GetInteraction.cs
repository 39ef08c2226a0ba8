using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

internal static class GetInteraction
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/interactions/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ReadWorkspace).WithName("getInteraction").ProducesProblem(404);

    /// <summary>Shows a message</summary>
    /// <remarks>With its labels and what led to them, and how the sending of a message of ours stands.</remarks>
    /// <param name="id">The message.</param>
    private static async Task<Results<Ok<InteractionView>, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, InteractionViews views, CancellationToken ct) =>
        await db.Set<Interaction>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is { } message
            ? TypedResults.Ok((await views.OfAsync([message], ct))[0])
            : Problems.NotFound("message");
}
