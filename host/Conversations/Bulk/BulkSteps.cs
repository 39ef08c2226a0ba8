using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <summary>One transaction of a bulk action: accounts are locked first, then conversations by their ids, then the team.</summary>
internal sealed class BulkSteps(
    CrmDbContext db, OptimisticCommands commands, ConversationLocks locks, ConversationRecords records, IdentityBlocks identities,
    AuthorBlocks blocks, Teams teams, Notices notices, Caller caller, TimeProvider time)
{
    public Task<List<BulkItem>> RunAsync(IReadOnlyList<Guid> ids, BulkAction action, CancellationToken ct) =>
        commands.RunAsync(() => action.Kind == BulkActionKind.Spam ? SetAsideAsync(ids, ct) : ChangeAsync(ids, action, ct), ct);

    private async Task<List<BulkItem>> ChangeAsync(IReadOnlyList<Guid> ids, BulkAction action, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (action is { Kind: BulkActionKind.Status, Status: ConversationStatus.Resolved })
        {
            // Resolving settles the relationships, which the pipeline locks before the conversations.
            await identities.HoldAsync(await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).Select(c => c.IdentityId).Distinct().ToListAsync(ct), ct);
        }

        await locks.OfAsync(ids, ct);
        var found = await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var now = time.GetUtcNow();
        var (items, told) = (new List<BulkItem>(), new List<Notice>());
        foreach (var id in ids)
        {
            items.Add(found.TryGetValue(id, out var conversation) ? await ChangeAsync(conversation, action, told, now, ct) : new BulkItem(id, BulkOutcome.NotFound));
        }

        await db.SaveChangesAsync(ct);
        if (action is { Kind: BulkActionKind.Team, Target: { } team } && !await teams.HoldAsync([team], ct))
        {
            return [.. ids.Select(id => new BulkItem(id, BulkOutcome.Unchanged))];
        }

        var people = await notices.WriteAsync(told, ct);
        await transaction.CommitAsync(ct);
        await notices.TellAsync(people);
        return items;
    }

    private async Task<BulkItem> ChangeAsync(Conversation conversation, BulkAction action, List<Notice> told, DateTimeOffset now, CancellationToken ct)
    {
        if (conversation.Status == ConversationStatus.Spam && (action.Kind is BulkActionKind.Status or BulkActionKind.Snooze))
        {
            return new BulkItem(conversation.Id, BulkOutcome.SetAside, conversation.Version);
        }

        if (action is { Kind: BulkActionKind.Status, Status: ConversationStatus.Resolved } && conversation.Status != ConversationStatus.Resolved
            && await SetConversationStatus.WroteSinceAsync(db, conversation, action.Seen.TryGetValue(conversation.Id, out var seen) ? seen : null, action.SeenAt, ct))
        {
            return new BulkItem(conversation.Id, BulkOutcome.WroteSince, conversation.Version);
        }

        var before = ConversationBefore.Of(conversation);
        if (await ApplyAsync(conversation, action, now.UtcDateTime, ct) is not { } done)
        {
            return new BulkItem(conversation.Id, BulkOutcome.Unchanged, conversation.Version);
        }

        records.Add(conversation, done, now);
        if (done.Notice is { } notice)
        {
            told.Add(notice);
        }

        return new BulkItem(conversation.Id, BulkOutcome.Changed, conversation.Version, before);
    }

    private async ValueTask<ConversationChange?> ApplyAsync(Conversation conversation, BulkAction action, DateTime now, CancellationToken ct) => action.Kind switch
    {
        BulkActionKind.Status => await SetConversationStatus.SetAsync(db, conversation, action.Status, now, ct),
        BulkActionKind.Assign => AssignConversation.Assign(conversation, action.Target, caller),
        BulkActionKind.Team => MoveConversation.Move(conversation, action.Target!.Value),
        BulkActionKind.Priority => SetConversationPriority.Set(conversation, action.Priority),
        BulkActionKind.AddTag => SetConversationTags.Set(conversation, ConversationTags.With(conversation.Tags, action.Tag)),
        BulkActionKind.RemoveTag => SetConversationTags.Set(
            conversation, [.. conversation.Tags.Where(t => !string.Equals(t, action.Tag, StringComparison.OrdinalIgnoreCase))]),
        BulkActionKind.Snooze => SnoozeConversation.Snooze(conversation, action.Until, now),
        BulkActionKind.Spam => throw new InvalidOperationException("Authors are blocked together, not one by one."),
    };

    private async Task<List<BulkItem>> SetAsideAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var authors = await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).Select(c => c.IdentityId).Distinct().ToListAsync(ct);
        await identities.HoldAsync(authors, ct);
        await locks.OfIdentitiesAsync(authors, ct);
        var found = await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var before = found.Values.ToDictionary(c => c.Id, ConversationBefore.Of);
        var changed = (await blocks.BlockAsync(authors, time.GetUtcNow(), ct)).Select(c => c.Id).ToHashSet();
        await transaction.CommitAsync(ct);
        return [.. ids.Select(id => !found.TryGetValue(id, out var conversation) ? new BulkItem(id, BulkOutcome.NotFound)
            : changed.Contains(id) ? new BulkItem(id, BulkOutcome.Changed, conversation.Version, before[id])
            : new BulkItem(id, BulkOutcome.Unchanged, conversation.Version))];
    }
}
