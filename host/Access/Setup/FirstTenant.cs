using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Setup;

/// <summary>Creates the tenant that the server is set up with, once.</summary>
internal sealed class FirstTenant(CrmDbContext db, NewTenants tenants, AuditTrail audit, Caller caller, TimeProvider time, ILogger<FirstTenant> log)
{
    public Task<bool> ExistsAsync(CancellationToken ct) => db.Users.AnyAsync(ct);

    public Task<Dictionary<string, string[]>> ErrorsAsync(SignUp request) => tenants.ErrorsAsync(request);

    /// <summary>Null when another visitor was faster: the row with the fixed key is theirs.</summary>
    public async Task<SessionAccess?> CreateAsync(SignUp request, CancellationToken ct)
    {
        var access = tenants.Add(request, platformAdmin: true);
        (caller.TenantId, caller.UserId, caller.Name) = (access.TenantId, access.UserId, access.Name);
        audit.Record("tenant.created", "tenant", access.TenantId, access.TenantName);
        db.Add(new Installation { CreatedAt = time.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await ExistsAsync(ct))
            {
                return null;
            }

            throw;
        }

        log.TenantCreated(access.TenantId);
        return access;
    }
}
