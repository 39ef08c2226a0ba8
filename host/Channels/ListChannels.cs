using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Channels;

internal static class ListChannels
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/channels", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).ProducesProblem(400);

    /// <summary>Lists the channels</summary>
    /// <remarks>Oldest first.</remarks>
    private static async Task<Results<Ok<Page<ChannelItem>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, CrmDbContext db, ChannelItems items, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var channels = await db.Set<Channel>().AsNoTracking().Where(c => c.DeletedAt == null).ToListAsync(ct);
        var traces = await ChannelTraces.AllAsync(db, ct);
        var part = channels.OrderBy(Place).Where(c => after is null || Place(c).CompareTo((after.Value.Time, after.Value.Id)) > 0).Take(limit + 1).ToList();
        var shown = new List<ChannelItem>(part.Count);
        foreach (var channel in part)
        {
            shown.Add(await items.OfAsync(channel, traces.GetValueOrDefault(channel.Id, ChannelTraces.None), ct));
        }

        return TypedResults.Ok(shown.ToPage(limit, c => new Cursor(c.CreatedAt, c.Id)));
    }

    private static (DateTime, Guid) Place(Channel channel) => (channel.CreatedAt, channel.Id);
}
