using System.Data.Common;
using System.Text.Json;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Writes what a system says of its records, in the transaction that says how far it has come.</summary>
internal sealed class LinkBatch(SqlSession session, Guid tenantId, Guid systemId, DateTime now)
{
    private readonly Dictionary<string, Link> _links = new(StringComparer.Ordinal);

    /// <summary>The customers whose links are other than before.</summary>
    public HashSet<Guid> Customers { get; } = [];

    /// <summary>How many changes were of records that belong to nobody here.</summary>
    public int Strangers { get; private set; }

    public async Task ApplyAsync(IReadOnlyList<LinkedChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return;
        }

        await LoadAsync(changes, ct);
        foreach (var change in changes)
        {
            Apply(change);
        }

        var changed = _links.Values.Where(l => l.Changed).OrderBy(l => l.RecordId, StringComparer.Ordinal).ToList();
        await session.InsertAsync(Table(), changed.FindAll(l => l is { IsNew: true, Gone: false }), OnConflict.Fail, ct);
        await session.UpdateAsync(Table(), changed.FindAll(l => l is { IsNew: false, Gone: false }), ct);
        foreach (var gone in changed.FindAll(l => l is { IsNew: false, Gone: true }))
        {
            await session.ExecuteAsync(
                "DELETE FROM record_links WHERE tenant_id = @tenant AND system_id = @system AND record_id = @record",
                new() { ["tenant"] = tenantId, ["system"] = systemId, ["record"] = gone.RecordId },
                ct);
        }
    }

    private async Task LoadAsync(IReadOnlyList<LinkedChange> changes, CancellationToken ct)
    {
        // An answer and a pull may speak of one record at the same time: the system's row puts them in one line.
        await session.QueryAsync(
            $"SELECT 1 FROM record_flows WHERE tenant_id = @tenant AND system_id = @system{session.Dialect.ForUpdate}",
            new() { ["tenant"] = tenantId, ["system"] = systemId },
            _ => 0,
            ct);
        var known = await session.QueryAsync(
            $"""
            SELECT record_id, customer_id, url, owner, tier, fields, as_of FROM record_links
            WHERE tenant_id = @tenant AND system_id = @system AND record_id {session.Dialect.AnyOf("@records")}
            """,
            new() { ["tenant"] = tenantId, ["system"] = systemId, ["records"] = changes.Select(c => c.Change.RecordId).Distinct(StringComparer.Ordinal).ToArray() },
            Link.Read,
            ct);
        known.ForEach(link => _links[link.RecordId] = link);
    }

    private void Apply(LinkedChange given)
    {
        var (change, at) = (given.Change, given.Change.At ?? now);
        if (!_links.TryGetValue(change.RecordId, out var link))
        {
            if (given.CustomerId is not { } customer)
            {
                Strangers += change.Deleted ? 0 : 1;
                return;
            }

            link = new Link { RecordId = change.RecordId, CustomerId = customer, IsNew = true };
            _links.Add(change.RecordId, link);
        }
        else if (at < link.AsOf)
        {
            return;
        }

        if (link.Take(change, given.CustomerId ?? link.CustomerId, at))
        {
            Customers.Add(link.CustomerId);
        }
    }

    private SqlTable<Link> Table() => new(
        "record_links",
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("system_id", SqlType.Uuid, _ => systemId, IsKey: true),
        new("record_id", SqlType.Text, l => l.RecordId, IsKey: true),
        new("customer_id", SqlType.Uuid, l => l.CustomerId),
        new("url", SqlType.Text, l => l.Url),
        new("owner", SqlType.Text, l => l.Owner),
        new("tier", SqlType.Text, l => l.Tier),
        new("fields", SqlType.Text, l => l.Fields),
        new("as_of", SqlType.Timestamp, l => l.AsOf));

    private sealed class Link
    {
        public required string RecordId { get; init; }

        public required Guid CustomerId { get; set; }

        public bool IsNew { get; init; }

        public bool Changed { get; private set; }

        public bool Gone { get; private set; }

        public string? Url { get; private set; }

        public string? Owner { get; private set; }

        public string? Tier { get; private set; }

        public string Fields { get; private set; } = "{}";

        public DateTime AsOf { get; private set; }

        public static Link Read(DbDataReader row) => new()
        {
            RecordId = row.GetString(0),
            CustomerId = row.GetGuid(1),
            Url = row.Text(2),
            Owner = row.Text(3),
            Tier = row.Text(4),
            Fields = row.GetString(5),
            AsOf = row.Time(6),
        };

        /// <summary>True when anything that people see is other than before.</summary>
        public bool Take(RecordChange change, Guid customer, DateTime at)
        {
            var before = (CustomerId, Url, Owner, Tier, Fields, Gone);
            (CustomerId, Url, Owner, Tier, Gone, AsOf) = (customer, change.Url, change.Owner, change.Tier, change.Deleted, at);
            Fields = JsonSerializer.Serialize(new Dictionary<string, string>(change.Fields, StringComparer.Ordinal), RecordsJson.Default.DictionaryStringString);
            Changed = true;
            return IsNew || before != (CustomerId, Url, Owner, Tier, Fields, Gone);
        }
    }
}
