using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>To whom a message goes.</summary>
public sealed class Recipients(CrmDbContext db)
{
    /// <summary>The network's stable id of an identity.</summary>
    public Task<string> ExternalIdAsync(Guid identityId, CancellationToken ct) =>
        db.Set<Identity>().Where(i => i.Id == identityId).Select(i => i.ExternalId).SingleAsync(ct);
}
