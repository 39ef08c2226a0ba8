using System.Collections.Concurrent;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>The team of each tenant that gets what no rule sends elsewhere.</summary>
public sealed class DefaultTeams(ICrmDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, (Guid Team, long ReadAt)> _known = new();

    public async ValueTask<Guid?> OfAsync(Guid tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var known) && time.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.Team;
        }

        var readAt = time.GetTimestamp();
        await using var session = await database.ReadAsync(ct);
        var found = await session.QueryAsync(
            "SELECT id FROM teams WHERE tenant_id = @tenant AND is_default", new() { ["tenant"] = tenantId }, row => row.GetGuid(0), ct);
        if (found.Count == 0)
        {
            return null;
        }

        _known[tenantId] = (found[0], readAt);
        return found[0];
    }

    public void Forget(Guid tenantId) => _known.TryRemove(tenantId, out _);
}
