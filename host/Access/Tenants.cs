using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

/// <summary>The tenants of this server, for slices that work outside a request.</summary>
public sealed class Tenants(CrmDbContext db)
{
    public Task<List<Guid>> IdsAsync(CancellationToken ct) =>
        db.Set<Tenant>().OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);

    /// <summary>The time zone of each, by IANA name.</summary>
    public Task<Dictionary<Guid, string>> ZonesAsync(CancellationToken ct) =>
        db.Set<Tenant>().Select(t => new { t.Id, t.TimeZone }).ToDictionaryAsync(t => t.Id, t => t.TimeZone, ct);

    /// <summary>The tenant that a webhook address belongs to; null when there is none such.</summary>
    public Task<Guid?> FindByWebhookTokenAsync(string token, CancellationToken ct) =>
        db.Set<Tenant>().Where(t => t.WebhookToken == token).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(ct);

    public Task<string> WebhookTokenAsync(Guid tenantId, CancellationToken ct) =>
        db.Set<Tenant>().Where(t => t.Id == tenantId).Select(t => t.WebhookToken).SingleAsync(ct);
}
