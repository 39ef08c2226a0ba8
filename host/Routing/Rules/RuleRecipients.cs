using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>A person or a team that rules tell, and who that is now.</summary>
/// <param name="Name">The person's or the team's name.</param>
/// <param name="People">The present members.</param>
internal sealed record RuleRecipient(string Name, IReadOnlyCollection<Guid> People);

/// <summary>Whom the rules of a batch tell.</summary>
internal sealed class RuleRecipients
{
    private readonly Dictionary<Guid, RuleRecipient> _known = [];

    private RuleRecipients(bool tells) => Tells = tells;

    public static RuleRecipients Nobody { get; } = new(tells: false);

    /// <summary>False for history, of which nobody is told.</summary>
    public bool Tells { get; }

    public static async Task<RuleRecipients> LoadAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<RuleAction> actions, CancellationToken ct)
    {
        var ids = actions.Where(a => a.Do == RuleActionKind.Notify).Select(a => Guid.Parse(a.Value)).Distinct().ToArray();
        var recipients = new RuleRecipients(tells: true);
        if (ids.Length == 0)
        {
            return recipients;
        }

        SqlParameters values = new() { ["tenant"] = tenantId, ["ids"] = ids };
        var any = session.Dialect.AnyOf("@ids");
        var teams = await session.QueryAsync($"SELECT id, name FROM teams WHERE tenant_id = @tenant AND id {any}", values, row => (Id: row.GetGuid(0), Name: row.GetString(1)), ct);
        var members = await session.QueryAsync(
            $"SELECT team_id, user_id FROM team_members WHERE tenant_id = @tenant AND team_id {any}", values, row => (Team: row.GetGuid(0), User: row.GetGuid(1)), ct);
        var people = await ActivePeople.OfAsync(session, tenantId, [.. ids, .. members.Select(m => m.User)], ct);
        foreach (var id in ids.Where(people.ContainsKey))
        {
            recipients._known[id] = new RuleRecipient(people[id], [id]);
        }

        foreach (var (id, name) in teams)
        {
            recipients._known[id] = new RuleRecipient(name, [.. members.Where(m => m.Team == id && people.ContainsKey(m.User)).Select(m => m.User)]);
        }

        return recipients;
    }

    /// <summary>Null for somebody who left, a team that was deleted and one without members.</summary>
    public RuleRecipient? Of(Guid id) => _known.TryGetValue(id, out var recipient) && recipient.People.Count > 0 ? recipient : null;
}
