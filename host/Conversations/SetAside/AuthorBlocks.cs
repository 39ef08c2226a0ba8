using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>
/// Blocks authors and sets aside what they wrote, or brings all of it back. Inside the caller's transaction, under the lock
/// of the accounts: the pipeline applies a message of theirs either wholly before or wholly after.
/// </summary>
internal sealed class AuthorBlocks(CrmDbContext db, IdentityBlocks blocks, ConversationLocks locks, ConversationRecords records, AuditTrail audit)
{
    /// <summary>Saves and gives the conversations that changed.</summary>
    public async Task<List<Conversation>> BlockAsync(IReadOnlyCollection<Guid> identities, DateTimeOffset now, CancellationToken ct)
    {
        await HoldAsync(identities, ct);
        foreach (var id in await blocks.SetAsync(identities, blocked: true, now.UtcDateTime, ct))
        {
            audit.Record("author.blocked", "identity", id);
        }

        var theirs = await db.Set<Conversation>().Where(c => identities.Contains(c.IdentityId) && c.Status != ConversationStatus.Spam).ToListAsync(ct);
        foreach (var conversation in theirs)
        {
            var before = conversation.Status;
            conversation.Become(ConversationStatus.Spam, now.UtcDateTime);
            records.Add(conversation, new ConversationChange(ConversationEventKind.SetAside, Word(before), "spam"), now);
        }

        await db.SaveChangesAsync(ct);
        return theirs;
    }

    /// <summary>Saves and gives the conversations that came back.</summary>
    public async Task<List<Conversation>> UnblockAsync(IReadOnlyCollection<Guid> identities, DateTimeOffset now, CancellationToken ct)
    {
        await HoldAsync(identities, ct);
        foreach (var id in await blocks.SetAsync(identities, blocked: false, now.UtcDateTime, ct))
        {
            audit.Record("author.unblocked", "identity", id);
        }

        var theirs = await db.Set<Conversation>().Where(c => identities.Contains(c.IdentityId) && c.Status == ConversationStatus.Spam).ToListAsync(ct);
        foreach (var conversation in theirs)
        {
            conversation.Return();
            records.Add(conversation, new ConversationChange(ConversationEventKind.Returned, "person", Word(conversation.Status)), now);
        }

        await db.SaveChangesAsync(ct);
        return theirs;
    }

    private async Task HoldAsync(IReadOnlyCollection<Guid> identities, CancellationToken ct)
    {
        await blocks.HoldAsync(identities, ct);
        await locks.OfIdentitiesAsync(identities, ct);
    }

    private static string Word(ConversationStatus status) => status.ToString().ToLowerInvariant();
}
