using System.Collections.Concurrent;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>The team of each tenant that gets what no rule sends elsewhere.</summary>
public sealed class DefaultTeams(ICrmDatabase database)
{
    private readonly ConcurrentDictionary<Guid, Guid> _known = new();

    public async ValueTask<Guid?> OfAsync(Guid tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var team))
        {
            return team;
        }

        await using var session = await database.ReadAsync(ct);
        var found = await session.QueryAsync(
            "SELECT id FROM teams WHERE tenant_id = @tenant AND is_default", new() { ["tenant"] = tenantId }, row => row.GetGuid(0), ct);
        return found.Count == 0 ? null : _known[tenantId] = found[0];
    }
}
