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
public sealed record TeamItem(Guid Id, string Name, bool IsDefault)
{
    /// <summary>The ids of its members: those to whom rules can give work in turn.</summary>
    public required IReadOnlyList<Guid> Members { get; init; }
}

internal static class ListTeams
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/teams", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listTeams");

    /// <summary>Lists the teams</summary>
    /// <remarks>All teams of this organisation by name: those to whom a conversation can be given.</remarks>
    private static async Task<Ok<Page<TeamItem>>> HandleAsync(CrmDbContext db, CancellationToken ct)
    {
        var teams = await db.Set<Team>().AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(ct);
        var members = (await db.Set<TeamMember>().AsNoTracking().ToListAsync(ct)).ToLookup(m => m.TeamId, m => m.UserId);
        return TypedResults.Ok(new Page<TeamItem>(
            teams.ConvertAll(t => new TeamItem(t.Id, t.Name, t.IsDefault) { Members = [.. members[t.Id].Order()] }), null));
    }
}
