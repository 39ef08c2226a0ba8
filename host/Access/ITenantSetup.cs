using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

/// <summary>What a slice adds to each new tenant, such as its default team; saved together with the tenant.</summary>
public interface ITenantSetup
{
    void Prepare(CrmDbContext db, Guid tenantId);
}
