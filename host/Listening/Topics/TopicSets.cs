using System.Collections.Concurrent;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Listening;

/// <summary>
/// The compiled topics of each tenant. This node's own changes hold from the next batch on, those made on another node
/// within a second: looking at a tenant's topics is cheap, compiling them is not and happens only when one changed.
/// </summary>
public sealed class TopicSets(ICrmDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    public async ValueTask<TopicSet> OfAsync(Guid tenantId, CancellationToken ct)
    {
        var before = _known.GetValueOrDefault(tenantId);
        if (before is not null && time.GetElapsedTime(before.ReadAt) < Fresh)
        {
            return before.Set;
        }

        var readAt = time.GetTimestamp();
        var rows = await ReadAsync(tenantId, ct);
        var known = before is not null && before.Rows.SequenceEqual(rows) ? before with { ReadAt = readAt } : new Known(rows, Compile(rows), readAt);

        _known[tenantId] = known;
        return known.Set;
    }

    public void Forget(Guid tenantId) => _known.TryRemove(tenantId, out _);

    private static TopicSet Compile(List<(string Key, string Query)> rows)
    {
        var topics = new List<(string Key, TopicQuery Query)>(rows.Count);
        foreach (var (key, query) in rows)
        {
            if (TopicQuery.Parse(query).Query is { } compiled)
            {
                topics.Add((key, compiled));
            }
        }

        return new TopicSet(topics);
    }

    private async Task<List<(string Key, string Query)>> ReadAsync(Guid tenantId, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await session.QueryAsync(
            "SELECT key, query FROM topics WHERE tenant_id = @tenant AND enabled ORDER BY key",
            new() { ["tenant"] = tenantId },
            row => (row.GetString(0), row.GetString(1)),
            ct);
    }

    private sealed record Known(List<(string Key, string Query)> Rows, TopicSet Set, long ReadAt);
}
