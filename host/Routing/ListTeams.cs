using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Routing;

/// <summary>Those who share a queue.</summary>
/// <param name="Id">The team's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsDefault">True for the team that gets what no rule sends elsewhere.</param>
public sealed record TeamItem(Guid Id, string Name, bool IsDefault);

internal static class ListTeams
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/teams", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listTeams");

    /// <summary>Lists the teams</summary>
    /// <remarks>All teams of this organisation by name: those to whom a conversation can be given.</remarks>
    private static async Task<Ok<Page<TeamItem>>> HandleAsync(CrmDbContext db, CancellationToken ct)
    {
        var teams = await db.Set<Team>().OrderBy(t => t.Name).ThenBy(t => t.Id)
            .Select(t => new TeamItem(t.Id, t.Name, t.IsDefault)).ToListAsync(ct);
        return TypedResults.Ok(new Page<TeamItem>(teams, null));
    }
}
