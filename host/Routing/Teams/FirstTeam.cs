using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>Gives each new tenant the team that all its conversations go to until there are others.</summary>
internal sealed class FirstTeam(TimeProvider time) : ITenantSetup
{
    public void Prepare(CrmDbContext db, Guid tenantId) =>
        db.Add(new Team { TenantId = tenantId, Id = Guid.CreateVersion7(time.GetUtcNow()), Name = "Everyone", IsDefault = true });
}
