using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>The columns that a batch writes.</summary>
internal static class IdentityTables
{
    public static SqlTable<KnownIdentity> Customers(Guid tenantId) => new(
        "customers",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("id", SqlType.Uuid, i => i.CustomerId),
        new("created_at", SqlType.Timestamp, i => i.CreatedAt));

    public static SqlTable<KnownIdentity> Identities(Guid tenantId) => new(
        "identities",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("id", SqlType.Uuid, i => i.Id),
        new("customer_id", SqlType.Uuid, i => i.CustomerId),
        new("channel_id", SqlType.Uuid, i => i.ChannelId),
        new("scope", SqlType.Text, i => i.Key.Scope),
        new("external_id", SqlType.Text, i => i.Key.ExternalId),
        new("handle", SqlType.Text, i => i.Handle),
        new("name", SqlType.Text, i => i.Name),
        new("profile_url", SqlType.Text, i => i.ProfileUrl),
        new("followers", SqlType.BigInt, i => i.Followers),
        new("profile_at", SqlType.Timestamp, i => i.ProfileAt),
        new("created_at", SqlType.Timestamp, i => i.CreatedAt));

    public static SqlTable<KnownIdentity> Profiles(Guid tenantId) => new(
        "identities",
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("id", SqlType.Uuid, i => i.Id, IsKey: true),
        new("handle", SqlType.Text, i => i.Handle),
        new("name", SqlType.Text, i => i.Name),
        new("profile_url", SqlType.Text, i => i.ProfileUrl),
        new("followers", SqlType.BigInt, i => i.Followers),
        new("profile_at", SqlType.Timestamp, i => i.ProfileAt));

    public static SqlTable<KnownIdentity> Relationships(Guid tenantId) => new(
        "relationships",
        new("tenant_id", SqlType.Uuid, _ => tenantId, IsKey: true),
        new("identity_id", SqlType.Uuid, i => i.Id, IsKey: true),
        new("state", SqlType.Text, i => i.State),
        new("last_contact_at", SqlType.Timestamp, i => i.Relationship.LastContactAt ?? i.CreatedAt),
        new("version", SqlType.BigInt, i => i.Version + 1));
}
