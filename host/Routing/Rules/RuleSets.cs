using System.Collections.Concurrent;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>The compiled rules of each tenant. A change holds from the next batch on, on other nodes within a second.</summary>
public sealed class RuleSets(ICrmDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    public async ValueTask<RuleSet> OfAsync(Guid tenantId, CancellationToken ct)
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

    private static RuleSet Compile(List<Row> rows) =>
        new(rows.ConvertAll(r => new CompiledRule(r.Id, r.Name, r.Stop, RuleDefinition.Read(r.Definition))));

    private async Task<List<Row>> ReadAsync(Guid tenantId, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await session.QueryAsync(
            "SELECT id, name, stop, definition FROM rules WHERE tenant_id = @tenant AND enabled ORDER BY position, id",
            new() { ["tenant"] = tenantId },
            row => new Row(row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.GetString(3)),
            ct);
    }

    private sealed record Row(Guid Id, string Name, bool Stop, string Definition);

    private sealed record Known(List<Row> Rows, RuleSet Set, long ReadAt);
}
