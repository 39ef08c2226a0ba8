using System.Collections.Concurrent;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>
/// Which systems of record a tenant has in use, for those who need it with every batch. A change made on this node holds at
/// once, one made on another within a second.
/// </summary>
public sealed class RecordDirectory(ICrmDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<Guid> Systems, long ReadAt)> _known = new();

    public async ValueTask<IReadOnlyList<Guid>> ActiveAsync(Guid tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var known) && time.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.Systems;
        }

        var readAt = time.GetTimestamp();
        await using var session = await database.ReadAsync(ct);
        IReadOnlyList<Guid> systems = await session.QueryAsync(
            "SELECT id FROM systems_of_record WHERE tenant_id = @tenant AND enabled AND deleted_at IS NULL ORDER BY id",
            new() { ["tenant"] = tenantId },
            row => row.GetGuid(0),
            ct);
        _known[tenantId] = (systems, readAt);
        return systems;
    }

    internal void Forget(Guid tenantId) => _known.TryRemove(tenantId, out _);
}
