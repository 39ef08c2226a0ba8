using System.Data.Common;
using System.Text.Json;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Customers;

/// <summary>An identity and its relationship while a batch works on them.</summary>
public sealed class KnownIdentity
{
    private Relationship? _relationship;
    private string _state = "";

    public required Guid Id { get; init; }

    public required Guid CustomerId { get; init; }

    public required AuthorKey Key { get; init; }

    public Guid ChannelId { get; private init; }

    public DateTime CreatedAt { get; private init; }

    public bool IsNew { get; private init; }

    public bool IsBlocked { get; private init; }

    public string? Handle { get; private set; }

    public string? Name { get; private set; }

    public string? ProfileUrl { get; private set; }

    public long? Followers { get; private set; }

    public DateTime ProfileAt { get; private set; }

    public bool ProfileChanged { get; private set; }

    /// <summary>True when who they are is other than before, not only how many follow them.</summary>
    public bool ContactChanged { get; private set; }

    public long Version { get; private set; }

    public bool RelationshipChanged => _relationship is not null;

    /// <summary>The relationship, to be changed; read from its stored form only when a message needs it.</summary>
    public Relationship Relationship => _relationship ??= _state.Length == 0
        ? new Relationship()
        : JsonSerializer.Deserialize(_state, CustomersJson.Default.Relationship)!;

    public string State => JsonSerializer.Serialize(Relationship, CustomersJson.Default.Relationship);

    public static KnownIdentity Create(AuthorKey key, Guid channelId, Guid id, Guid customerId, DateTime now) => new()
    {
        Id = id,
        CustomerId = customerId,
        Key = key,
        ChannelId = channelId,
        CreatedAt = now,
        IsNew = true,
        ProfileAt = DateTime.UnixEpoch,
    };

    internal static KnownIdentity Read(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        CustomerId = row.GetGuid(1),
        Key = new AuthorKey(row.GetString(2), row.GetString(3)),
        Handle = row.Text(4),
        Name = row.Text(5),
        ProfileUrl = row.Text(6),
        Followers = row.IsDBNull(7) ? null : row.GetInt64(7),
        ProfileAt = row.Time(8),
        _state = row.GetString(9),
        Version = row.GetInt64(10),
        IsBlocked = !row.IsDBNull(11),
    };

    /// <summary>Handles, names and followers change; the newest message knows best.</summary>
    public void Meet(MessageAuthor author, DateTime at)
    {
        if (at < ProfileAt)
        {
            return;
        }

        var handle = author.Handle ?? Handle;
        var name = author.Name ?? Name;
        var url = author.ProfileUrl ?? ProfileUrl;
        var followers = author.Followers ?? Followers;
        if (handle != Handle || name != Name || url != ProfileUrl || followers != Followers)
        {
            ContactChanged |= handle != Handle || name != Name || url != ProfileUrl;
            (Handle, Name, ProfileUrl, Followers, ProfileAt, ProfileChanged) = (handle, name, url, followers, at, true);
        }
    }
}
