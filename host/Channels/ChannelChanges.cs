using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>Finds a channel to change, and saves the change so that everything on this node sees it at once.</summary>
internal sealed class ChannelChanges(CrmDbContext db, AuditTrail audit, ChannelNews news, ChannelReader reader, ChannelCalls calls, PollSignal signal, TimeProvider time)
{
    public Task<Channel?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<Channel>().SingleOrDefaultAsync(c => c.Id == id && c.DeletedAt == null, ct);

    /// <summary>False when someone else has changed the channel meanwhile.</summary>
    public async Task<bool> SaveAsync(Channel channel, string action, CancellationToken ct)
    {
        channel.Version++;
        audit.Record(action, "channel", channel.Id, channel.Name);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await RestartPollsAsync(channel.Id, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        signal.Raise();
        await calls.ForgetAsync(reader.Read(channel));
        await news.ChangedAsync(channel.TenantId);
        return true;
    }

    public Task<ChannelTraces> TracesAsync(Guid id, CancellationToken ct) => ChannelTraces.OfAsync(db, id, ct);

    // A poll under way still knows the channel as it was: with the epoch gone on it writes nothing, and a new one begins.
    private Task<int> RestartPollsAsync(Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Set<ChannelPoll>().Where(p => p.ChannelId == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Epoch, p => p.Epoch + 1).SetProperty(p => p.DueAt, now)
                .SetProperty(p => p.LeasedUntil, (DateTime?)null).SetProperty(p => p.LeaseOwner, (string?)null)
                .SetProperty(p => p.StoppedAt, (DateTime?)null).SetProperty(p => p.BackoffUntil, (DateTime?)null)
                .SetProperty(p => p.Failures, 0).SetProperty(p => p.LastError, (string?)null),
            ct);
    }
}
