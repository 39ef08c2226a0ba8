using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Finds a system to change, and saves the change so that it holds from the next event on.</summary>
internal sealed class RecordSystemChanges(
    CrmDbContext db, AuditTrail audit, RecordDirectory directory, RecordCalls calls, RecordSignal signal, PullSignal pulls, TimeProvider time)
{
    public Task<RecordSystem?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<RecordSystem>().SingleOrDefaultAsync(s => s.Id == id && s.DeletedAt == null, ct);

    /// <summary>False when someone else has changed the system meanwhile. What had stopped or waited starts again.</summary>
    public async Task<bool> SaveAsync(RecordSystem system, string action, CancellationToken ct)
    {
        system.Version++;
        audit.Record(action, "system-of-record", system.Id, system.Name);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await RestartAsync(system.Id, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await calls.ForgetAsync(system);
        Saved(system.TenantId);
        return true;
    }

    /// <summary>Called after something was saved that this node's work has to know of.</summary>
    public void Saved(Guid tenantId)
    {
        directory.Forget(tenantId);
        signal.Raise();
        pulls.Raise();
    }

    // A pull under way still knows the system as it was: with the epoch gone on it writes nothing, and a new one begins.
    private async Task RestartAsync(Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await db.Set<RecordFlow>().Where(f => f.SystemId == id).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.StoppedAt, (DateTime?)null).SetProperty(f => f.BackoffUntil, (DateTime?)null)
                .SetProperty(f => f.Failures, 0).SetProperty(f => f.LastError, (string?)null),
            ct);
        await db.Set<RecordPull>().Where(p => p.SystemId == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Epoch, p => p.Epoch + 1).SetProperty(p => p.DueAt, now)
                .SetProperty(p => p.LeasedUntil, (DateTime?)null).SetProperty(p => p.LeaseOwner, (string?)null)
                .SetProperty(p => p.StoppedAt, (DateTime?)null).SetProperty(p => p.BackoffUntil, (DateTime?)null)
                .SetProperty(p => p.Failures, 0).SetProperty(p => p.LastError, (string?)null),
            ct);
    }
}
