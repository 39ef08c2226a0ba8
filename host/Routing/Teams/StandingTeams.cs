using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>
/// Keeps a conversation from being given to a team that is being deleted. Whoever gives one holds the team until the commit;
/// whoever deletes a team locks it after all conversations have left it, and looks again. Conversations are locked before
/// teams, always: so that the two never wait for each other.
/// </summary>
internal static class StandingTeams
{
    /// <summary>The default team is remembered for a moment, and may be gone: then these conversations begin with the one of now.</summary>
    public static async Task HoldAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<ThreadRow> threads, CancellationToken ct)
    {
        var wanted = threads.Select(t => t.TeamId).OfType<Guid>().Distinct().ToArray();
        if (wanted.Length == 0)
        {
            return;
        }

        var standing = await HoldAsync(session, tenantId, wanted, ct);
        foreach (var thread in threads.Where(t => t.TeamId is { } team && !standing.Contains(team)))
        {
            thread.TeamId = await DefaultAsync(session, tenantId, ct);
        }
    }

    /// <summary>Those of the teams that are still there, kept until the transaction ends.</summary>
    public static async Task<HashSet<Guid>> HoldAsync(SqlSession session, Guid tenantId, IReadOnlyCollection<Guid> teams, CancellationToken ct) =>
        [.. await session.QueryAsync(
            $"SELECT id FROM teams WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")} ORDER BY id{session.Dialect.ForKeyShare}",
            new() { ["tenant"] = tenantId, ["ids"] = teams.ToArray() },
            row => row.GetGuid(0),
            ct)];

    private static async Task<Guid?> DefaultAsync(SqlSession session, Guid tenantId, CancellationToken ct)
    {
        var found = await session.QueryAsync(
            $"SELECT id FROM teams WHERE tenant_id = @tenant AND is_default{session.Dialect.ForKeyShare}",
            new() { ["tenant"] = tenantId },
            row => row.GetGuid(0),
            ct);
        return found.Count > 0 ? found[0] : null;
    }
}
