using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <summary>Gathers what is shown of conversations from the slices that know it, for all of a page at once.</summary>
public sealed class ConversationViews(
    CrmDbContext db, Caller caller, CustomerDirectory customers, ChannelDirectory channels, ChannelCalls calls, Teams teams, Members members, FileRules files)
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

    public Task<bool> ExistsAsync(Guid id, CancellationToken ct) => db.Set<Conversation>().AnyAsync(c => c.Id == id, ct);

    /// <summary>Those of the conversations that are here, by id.</summary>
    public async Task<Dictionary<Guid, ConversationItem>> OfIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = await ConversationRow.In(db).AsNoTracking().Where(r => ids.Contains(r.Conversation.Id)).ToListAsync(ct);
        return (await OfAsync(rows, ct)).ToDictionary(c => c.Id);
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
        return new ConversationDetail(
            (await OfAsync([row], ct))[0],
            row.Conversation.ThreadKey,
            channel is null ? "The channel was deleted." : calls.WhyCannotReply(channel),
            files.ForReplies(channel is null ? null : calls.Descriptor(channel)?.Attachments),
            files.ForNotes);
    }
}
