using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>What a channel's work has left behind: its last message, and how its polls went.</summary>
internal sealed record ChannelTraces(DateTime? LastMessageAt, PollState? Poll)
{
    public static readonly ChannelTraces None = new(null, null);

    public static async Task<ChannelTraces> OfAsync(CrmDbContext db, Guid channelId, CancellationToken ct) => new(
        (await db.Set<ChannelActivity>().AsNoTracking().SingleOrDefaultAsync(a => a.ChannelId == channelId, ct))?.LastMessageAt,
        await PollState.Of(db.Set<ChannelPoll>().Where(p => p.ChannelId == channelId)).SingleOrDefaultAsync(ct));

    public static async Task<IReadOnlyDictionary<Guid, ChannelTraces>> AllAsync(CrmDbContext db, CancellationToken ct)
    {
        var seen = await db.Set<ChannelActivity>().AsNoTracking().ToDictionaryAsync(a => a.ChannelId, a => a.LastMessageAt, ct);
        var polls = await PollState.Of(db.Set<ChannelPoll>()).ToDictionaryAsync(p => p.ChannelId, ct);
        return seen.Keys.Union(polls.Keys).ToDictionary(id => id, id => new ChannelTraces(seen.GetValueOrDefault(id), polls.GetValueOrDefault(id)));
    }
}
