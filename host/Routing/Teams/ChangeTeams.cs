using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Routing;

/// <param name="Name">1 to 100 characters; each team has a name of its own.</param>
/// <param name="Members">The ids of its members; when left out they stay as they are.</param>
/// <param name="IsDefault">True makes it the team that gets what no rule sends elsewhere.</param>
public sealed record TeamChange(string Name, IReadOnlyList<Guid>? Members = null, bool? IsDefault = null);

internal sealed class ChangeTeams(
    CrmDbContext db, Caller caller, AuditTrail audit, Members people, DefaultTeams defaults, RemoveTeam removal, TimeProvider time)
{
    private const int LongestName = 100;
    private const int MostMembers = 1_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/teams", CreateAsync).RequireAuthorization(Permissions.ManageRouting).WithName("createTeam").ProducesProblem(400);
        api.MapPut("/teams/{id:guid}", UpdateAsync).RequireAuthorization(Permissions.ManageRouting).WithName("updateTeam")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.MapDelete("/teams/{id:guid}", DeleteAsync).RequireAuthorization(Permissions.ManageRouting).WithName("deleteTeam")
            .ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Makes a team</summary>
    /// <remarks>Those who share a queue. Rules give its members work in turn.</remarks>
    private static async Task<Results<Created<TeamItem>, ProblemHttpResult>> CreateAsync(TeamChange request, ChangeTeams command, CancellationToken ct)
    {
        var team = new Team { TenantId = command.CallerTenant, Id = command.NewId(), Name = "" };
        return await command.FillAsync(team, request, isNew: true, ct) is { } problem
            ? problem
            : TypedResults.Created($"/api/v1/teams/{team.Id}", await command.ItemAsync(team, ct));
    }

    /// <summary>Changes a team</summary>
    /// <remarks>Its name, its members, and whether it is the default team. There is always exactly one default team.</remarks>
    /// <param name="id">The team.</param>
    private static async Task<Results<Ok<TeamItem>, ProblemHttpResult>> UpdateAsync(
        Guid id, TeamChange request, ChangeTeams command, CancellationToken ct)
    {
        if (await command.FindAsync(id, ct) is not { } team)
        {
            return Problems.NotFound("team");
        }

        return await command.FillAsync(team, request, isNew: false, ct) is { } problem ? problem : TypedResults.Ok(await command.ItemAsync(team, ct));
    }

    /// <summary>Deletes a team</summary>
    /// <remarks>Its conversations move to the default team, which itself cannot be deleted.</remarks>
    /// <param name="id">The team.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, ChangeTeams command, CancellationToken ct)
    {
        if (await command.FindAsync(id, ct) is not { } team)
        {
            return Problems.NotFound("team");
        }

        return team.IsDefault
            ? Problems.Conflict("default-team", "The default team cannot be deleted. Make another team the default first.")
            : await command.RemoveAsync(id, ct);
    }

    private Guid CallerTenant => caller.TenantId;

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    private Task<Team?> FindAsync(Guid id, CancellationToken ct) => db.Set<Team>().SingleOrDefaultAsync(t => t.Id == id, ct);

    private async Task<TeamItem> ItemAsync(Team team, CancellationToken ct) => new(team.Id, team.Name, team.IsDefault)
    {
        Members = await db.Set<TeamMember>().Where(m => m.TeamId == team.Id).OrderBy(m => m.UserId).Select(m => m.UserId).ToListAsync(ct),
    };

    private async Task<ProblemHttpResult?> FillAsync(Team team, TeamChange request, bool isNew, CancellationToken ct)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return Problems.Invalid("name", $"Give a name of 1 to {LongestName} characters.");
        }

        if (await db.Set<Team>().AnyAsync(t => t.Name == name && t.Id != team.Id, ct))
        {
            return Problems.Invalid("name", "Another team has this name already.");
        }

        if (request.IsDefault == false && team.IsDefault)
        {
            return Problems.Conflict("default-team", "There must be a default team. Make another team the default instead.");
        }

        if (request.Members is { } members && await SetMembersAsync(team, members, ct) is { } problem)
        {
            return problem;
        }

        team.Name = name;
        if (isNew)
        {
            db.Add(team);
        }

        await MakeDefaultAsync(team, request.IsDefault == true, ct);
        audit.Record(isNew ? "team.created" : "team.changed", "team", team.Id, name);
        await db.SaveChangesAsync(ct);
        defaults.Forget(caller.TenantId);
        return null;
    }

    private async Task MakeDefaultAsync(Team team, bool isDefault, CancellationToken ct)
    {
        if (isDefault && !team.IsDefault)
        {
            foreach (var before in await db.Set<Team>().Where(t => t.IsDefault).ToListAsync(ct))
            {
                before.IsDefault = false;
            }

            team.IsDefault = true;
        }
    }

    private async Task<ProblemHttpResult?> SetMembersAsync(Team team, IReadOnlyList<Guid> wanted, CancellationToken ct)
    {
        foreach (var user in wanted)
        {
            if (wanted.Count > MostMembers || !await people.ExistsAsync(user, ct))
            {
                return Problems.Invalid("members", "Choose members of this organisation, at most 1,000.");
            }
        }

        var before = await db.Set<TeamMember>().Where(m => m.TeamId == team.Id).ToListAsync(ct);
        db.RemoveRange(before.Where(m => !wanted.Contains(m.UserId)));
        var missing = wanted.Distinct().Where(user => before.TrueForAll(m => m.UserId != user));
        db.AddRange(missing.Select(user => new TeamMember { TenantId = team.TenantId, TeamId = team.Id, UserId = user }));
        return null;
    }

    private async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var outcome = await removal.RunAsync(id, ct);
        defaults.Forget(caller.TenantId);
        return outcome is { } problem ? problem : TypedResults.NoContent();
    }
}
