using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>Who of a team comes next, while a batch holds the team's lock: two batches never give out the same turn.</summary>
internal sealed class TeamAssignment
{
    private readonly SqlSession _session;
    private readonly Guid _tenantId;
    private Dictionary<Guid, TeamRow> _teams = [];
    private Dictionary<Guid, string> _people = [];
    private Dictionary<Guid, int> _loads = [];

    private TeamAssignment(SqlSession session, Guid tenantId) => (_session, _tenantId) = (session, tenantId);

    public static async Task<TeamAssignment> LoadAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<RuleAction> actions, bool holds, CancellationToken ct)
    {
        var assignment = new TeamAssignment(session, tenantId);
        var turns = Ids(actions, RuleActionKind.RoundRobin, RuleActionKind.LeastLoaded);
        var teams = Ids(actions, RuleActionKind.Team).Except(turns).ToArray();
        var people = Ids(actions, RuleActionKind.Assign).ToHashSet();
        var members = new List<(Guid Team, Guid User)>();
        if (turns.Length > 0)
        {
            assignment._teams = await TeamsAsync(session, tenantId, turns, holds ? session.Dialect.ForNoKeyUpdate : "", ct);
            members = await MembersAsync(session, tenantId, turns, ct);
            people.UnionWith(members.Select(m => m.User));
        }

        if (teams.Length > 0)
        {
            foreach (var (id, team) in await TeamsAsync(session, tenantId, teams, holds ? session.Dialect.ForKeyShare : "", ct))
            {
                assignment._teams.Add(id, team);
            }
        }

        assignment._people = await ActivePeople.OfAsync(session, tenantId, people, ct);
        foreach (var (team, user) in members.Where(m => assignment._people.ContainsKey(m.User)).OrderBy(m => m.User))
        {
            assignment._teams.GetValueOrDefault(team)?.Members.Add(user);
        }

        if (Ids(actions, RuleActionKind.LeastLoaded).Length > 0)
        {
            assignment._loads = await ThreadBatch.LoadsAsync(session, tenantId, assignment._people.Keys, ct);
        }

        return assignment;
    }

    public string? Move(ThreadRow thread, Guid teamId)
    {
        if (thread.TeamId == teamId || !_teams.TryGetValue(teamId, out var team))
        {
            return null;
        }

        thread.TeamId = teamId;
        return $"moved this to {team.Name}";
    }

    public string? Assign(ThreadRow thread, Guid person)
    {
        if (thread.AssigneeId is not null || !_people.TryGetValue(person, out var name))
        {
            return null;
        }

        thread.AssigneeId = person;
        _loads[person] = _loads.GetValueOrDefault(person) + 1;
        return $"assigned this to {name}";
    }

    /// <summary>To the member who comes after the one who had it last.</summary>
    public string? TakeTurn(ThreadRow thread, Guid teamId) => Give(thread, teamId, members => members.First());

    /// <summary>To the member with the fewest; among equals to the one whose turn it is.</summary>
    public string? Relieve(ThreadRow thread, Guid teamId) => Give(thread, teamId, members => members.MinBy(m => _loads.GetValueOrDefault(m)));

    public Task SaveAsync(CancellationToken ct) => _session.UpdateAsync(
        new SqlTable<TeamRow>(
            "teams",
            new("tenant_id", SqlType.Uuid, _ => _tenantId, IsKey: true),
            new("id", SqlType.Uuid, t => t.Id, IsKey: true),
            new("last_assigned_id", SqlType.Uuid, t => t.LastAssigned)),
        [.. _teams.Values.Where(t => t.Changed).OrderBy(t => t.Id)],
        ct);

    private string? Give(ThreadRow thread, Guid teamId, Func<IEnumerable<Guid>, Guid> choose)
    {
        if (thread.AssigneeId is not null || !_teams.TryGetValue(teamId, out var team) || team.Members.Count == 0)
        {
            return null;
        }

        // Routed again, a conversation stays with whoever of the team has it: it is nobody else's turn for it.
        if (thread.HadBy is { } had && team.Members.Contains(had))
        {
            return Assign(thread, had);
        }

        var after = team.Members.FindIndex(m => team.LastAssigned is { } last && m.CompareTo(last) > 0);
        var from = Math.Max(after, 0);
        var person = choose(team.Members.Skip(from).Concat(team.Members.Take(from)));
        (team.LastAssigned, team.Changed) = (person, true);
        return Assign(thread, person);
    }

    private static Guid[] Ids(IEnumerable<RuleAction> actions, params RuleActionKind[] kinds) =>
        [.. actions.Where(a => kinds.Contains(a.Do)).Select(a => Guid.Parse(a.Value)).Distinct().Order()];

    private static async Task<Dictionary<Guid, TeamRow>> TeamsAsync(SqlSession session, Guid tenantId, Guid[] ids, string locked, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            $"SELECT id, name, last_assigned_id FROM teams WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")} ORDER BY id{locked}",
            new() { ["tenant"] = tenantId, ["ids"] = ids },
            row => new TeamRow { Id = row.GetGuid(0), Name = row.GetString(1), LastAssigned = row.Id(2) },
            ct);
        return rows.ToDictionary(t => t.Id);
    }

    private static Task<List<(Guid Team, Guid User)>> MembersAsync(SqlSession session, Guid tenantId, Guid[] teams, CancellationToken ct) => session.QueryAsync(
        $"SELECT team_id, user_id FROM team_members WHERE tenant_id = @tenant AND team_id {session.Dialect.AnyOf("@ids")}",
        new() { ["tenant"] = tenantId, ["ids"] = teams },
        row => (row.GetGuid(0), row.GetGuid(1)),
        ct);

    private sealed class TeamRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public Guid? LastAssigned { get; set; }

        public bool Changed { get; set; }

        public List<Guid> Members { get; } = [];
    }
}
