using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>
/// Changes relationships together with what caused the change. The caller saves; where anybody else, the pipeline
/// included, changed the same relationship meanwhile, saving fails with <see cref="DbUpdateConcurrencyException"/> and the
/// command runs again (<see cref="OptimisticCommands"/>).
/// </summary>
public static class Relationships
{
    /// <summary>
    /// Reads relationships into the context. Called before the messages that they count are read: the pipeline raises the
    /// version with each message it changes, so that saving notices any change made after this.
    /// </summary>
    public static Task LoadAsync(CrmDbContext db, IReadOnlyCollection<Guid> identityIds, CancellationToken ct) =>
        db.Set<StoredRelationship>().Where(r => identityIds.Contains(r.IdentityId)).LoadAsync(ct);

    /// <summary>Changes the relationship with one identity. Nothing is saved here.</summary>
    public static async Task ChangeAsync(CrmDbContext db, Guid identityId, Action<Relationship> change, CancellationToken ct)
    {
        var stored = await db.Set<StoredRelationship>().FindAsync([db.TenantId, identityId], ct)
            ?? throw new InvalidOperationException("An identity is never stored without its relationship.");
        var relationship = Read(stored.State);
        change(relationship);
        stored.State = JsonSerializer.Serialize(relationship, CustomersJson.Default.Relationship);
        stored.LastContactAt = relationship.LastContactAt ?? stored.LastContactAt;
        stored.Version++;
    }

    internal static Relationship Read(string state) => JsonSerializer.Deserialize(state, CustomersJson.Default.Relationship)!;
}
