using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Channels;

internal static class GetChannel
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/channels/{id:guid}", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).ProducesProblem(404);

    /// <summary>Shows a channel</summary>
    /// <remarks>Secret settings are null; secretsSet names those that are stored.</remarks>
    private static async Task<Results<Ok<ChannelItem>, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, ChannelItems items, CancellationToken ct)
    {
        if (await db.Set<Channel>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.DeletedAt == null, ct) is not { } channel)
        {
            return Problems.NotFound("channel");
        }

        return TypedResults.Ok(await items.OfAsync(channel, await ChannelTraces.OfAsync(db, id, ct), ct));
    }
}
