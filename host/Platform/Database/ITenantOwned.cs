namespace SocialCrm.Host.Platform.Database;

/// <summary>A row that belongs to one tenant. Queries see it only when the context is bound to that tenant.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; }
}
