namespace SocialCrm.Host.Access;

/// <summary>Who makes the current request, and for which tenant. Filled in once the request is authenticated.</summary>
public sealed class Caller
{
    public Guid TenantId { get; set; }

    /// <summary>The person; null for an API key.</summary>
    public Guid? UserId { get; set; }

    /// <summary>The API key; null for a person.</summary>
    public Guid? KeyId { get; set; }

    /// <summary>The person or the key: who stands behind what is done.</summary>
    public Guid ActorId => UserId ?? KeyId ?? Guid.Empty;

    /// <summary>The person's or the key's name.</summary>
    public string Name { get; set; } = "";

    public Role Role { get; set; } = Role.Viewer;
}
