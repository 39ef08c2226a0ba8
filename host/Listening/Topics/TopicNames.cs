using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Listening;

/// <summary>What the values of topic labels stand for, for slices that show them.</summary>
public sealed class TopicNames(ICrmDatabase database)
{
    /// <summary>For each value its topic, in the same order; what no topic is kept for bears its value as name.</summary>
    public async Task<IReadOnlyList<NamedTopic>> OfAsync(Guid tenantId, IReadOnlyList<string> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        await using var session = await database.ReadAsync(ct);
        var found = (await session.QueryAsync(
            $"SELECT key, name, kind, color FROM topics WHERE tenant_id = @tenant AND key {session.Dialect.AnyOf("@keys")}",
            new() { ["tenant"] = tenantId, ["keys"] = keys.ToArray() },
            row => new NamedTopic(row.GetString(0), row.GetString(1), (TopicKind)row.GetInt16(2), row.Text(3)),
            ct)).ToDictionary(t => t.Key, StringComparer.Ordinal);
        return [.. keys.Select(key => found.GetValueOrDefault(key) ?? new NamedTopic(key, key, null, null))];
    }
}

public sealed record NamedTopic(string Key, string Name, TopicKind? Kind, string? Color);
