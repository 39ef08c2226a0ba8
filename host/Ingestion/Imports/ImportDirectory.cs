using System.Collections.Concurrent;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>What the pipeline must know of an import with each of its messages. It never changes, so it is kept.</summary>
internal sealed class ImportDirectory(ICrmDatabase database)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Guid, DateTime> _settledBefore = new();

    public async ValueTask<DateTime> SettledBeforeAsync(Guid tenantId, Guid importId, CancellationToken ct)
    {
        if (_settledBefore.TryGetValue(importId, out var known))
        {
            return known;
        }

        await using var session = await database.ReadAsync(ct);
        var found = await session.QueryAsync(
            "SELECT settled_before FROM imports WHERE tenant_id = @tenant AND id = @id", new() { ["tenant"] = tenantId, ["id"] = importId }, row => row.Time(0), ct);
        var settled = found.Count > 0 ? found[0] : DateTime.UnixEpoch;
        if (_settledBefore.Count > MostKept)
        {
            _settledBefore.Clear();
        }

        return _settledBefore[importId] = settled;
    }
}
