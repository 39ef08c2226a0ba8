using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <summary>Gathers what is shown of conversations from the slices that know it, for all of a page at once.</summary>
public sealed class ConversationViews(
    CrmDbContext db, Caller caller, CustomerDirectory customers, ChannelDirectory channels, ChannelCalls calls, Teams teams, Members members)
{
    /// <summary>The conversations as they are listed, in the same order.</summary>
    public async Task<List<ConversationItem>> OfAsync(IReadOnlyList<ConversationRow> rows, CancellationToken ct)
    {
        var shown = rows.SelectMany(r => new[] { r.Activity.LastInteractionId, r.Activity.LastInboundId ?? default }).ToHashSet();
        var names = new ConversationNames(
            await customers.OfAsync(rows.Select(r => r.Conversation.IdentityId).ToHashSet(), ct),
            await channels.AllAsync(caller.TenantId, ct),
            await teams.NamesAsync(rows.Select(r => r.Conversation.TeamId).OfType<Guid>().ToHashSet(), ct),
            await members.NamesAsync(rows.Select(r => r.Conversation.AssigneeId).OfType<Guid>().ToHashSet(), ct),
            await LastMessage.OfAsync(db, shown, ct));
        return [.. rows.Select(names.View)];
    }

    /// <summary>One conversation; null when there is no such here.</summary>
    public async Task<ConversationDetail?> FindAsync(Guid id, CancellationToken ct)
    {
        var row = await ConversationRow.In(db).AsNoTracking().SingleOrDefaultAsync(r => r.Conversation.Id == id, ct);
        if (row is null)
        {
            return null;
        }

        var channel = await channels.FindAsync(caller.TenantId, row.Conversation.ChannelId, ct);
        return new ConversationDetail((await OfAsync([row], ct))[0], row.Conversation.ThreadKey, channel is null ? "The channel was deleted." : calls.WhyCannotReply(channel));
    }
}
