using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>Finds a channel to change, and saves the change so that everything on this node sees it at once.</summary>
internal sealed class ChannelChanges(CrmDbContext db, AuditTrail audit, ChannelNews news, ChannelReader reader, ChannelCalls calls)
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
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await calls.ForgetAsync(reader.Read(channel));
        await news.ChangedAsync(channel.TenantId);
        return true;
    }

    public async Task<DateTime?> LastMessageAsync(Guid id, CancellationToken ct) =>
        (await db.Set<ChannelActivity>().AsNoTracking().SingleOrDefaultAsync(a => a.ChannelId == id, ct))?.LastMessageAt;
}
