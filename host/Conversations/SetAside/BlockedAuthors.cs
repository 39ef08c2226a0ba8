using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>An account whose messages are set aside.</summary>
/// <param name="Id">The account.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Handle">Its handle, where the network has handles.</param>
/// <param name="Channel">The channel on which we met it first.</param>
/// <param name="BlockedAt">Since when.</param>
/// <param name="BlockedBy">Who blocked it.</param>
/// <param name="Conversations">How many conversations are set aside with it.</param>
/// <param name="LastActivityAt">When anything was written there last.</param>
public sealed record BlockedAuthor(
    Guid Id, Guid CustomerId, string Name, string? Handle, Named Channel, DateTime BlockedAt, Named? BlockedBy, int Conversations, DateTime? LastActivityAt);

internal sealed class BlockedAuthors(
    CrmDbContext db, OptimisticCommands commands, Caller caller, IdentityBlocks identities, AuthorBlocks blocks, ChannelDirectory channels, Members members,
    WorkspaceFeed feed, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/blocked-authors", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listBlockedAuthors");
        api.MapDelete("/blocked-authors/{id:guid}", UnblockAsync).RequireAuthorization(Permissions.WorkConversations)
            .WithName("unblockAuthor").ProducesProblem(404);
    }

    /// <summary>Lists the blocked authors</summary>
    /// <remarks>Those who were blocked last come first, with how much of theirs is set aside.</remarks>
    private static async Task<Results<Ok<Page<BlockedAuthor>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, BlockedAuthors authors, CancellationToken ct) =>
        page.TryRead(out var limit, out var after, out var problem) ? TypedResults.Ok(await authors.ReadAsync(limit, after, ct)) : problem;

    /// <summary>Unblocks an author</summary>
    /// <remarks>Everything of theirs that was set aside comes back, and what they write from now on is heard.</remarks>
    /// <param name="id">The account.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> UnblockAsync(Guid id, BlockedAuthors authors, CancellationToken ct)
    {
        if (!await authors.ExistsAsync(id, ct))
        {
            return Problems.NotFound("author");
        }

        await authors.RunAsync(id, ct);
        return TypedResults.NoContent();
    }

    private Task<bool> ExistsAsync(Guid id, CancellationToken ct) => identities.ExistsAsync(id, ct);

    private async Task RunAsync(Guid id, CancellationToken ct)
    {
        var changed = await commands.RunAsync(
            async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var back = await blocks.UnblockAsync([id], time.GetUtcNow(), ct);
                await transaction.CommitAsync(ct);
                return back;
            },
            ct);
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "status", [.. changed.Select(c => c.Id)], []), CancellationToken.None);
    }

    private async Task<Page<BlockedAuthor>> ReadAsync(int limit, Cursor? after, CancellationToken ct)
    {
        var (items, next) = await identities.ListAsync(limit, after, ct);
        var ids = items.ConvertAll(i => i.Identity.Id);
        var aside = await ConversationRow.In(db).Where(r => ids.Contains(r.Conversation.IdentityId) && r.Conversation.Status == ConversationStatus.Spam)
            .GroupBy(r => r.Conversation.IdentityId)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(r => r.Activity.LastActivityAt) }).ToDictionaryAsync(g => g.Key, ct);
        var known = await channels.AllAsync(caller.TenantId, ct);
        var names = await members.NamesAsync(items.Select(i => i.By).OfType<Guid>().ToHashSet(), ct);
        return new Page<BlockedAuthor>(
            items.ConvertAll(i => new BlockedAuthor(
                i.Identity.Id,
                i.Identity.CustomerId,
                i.Identity.Name,
                i.Identity.Handle,
                new Named(i.ChannelId, known.TryGetValue(i.ChannelId, out var channel) ? channel.Name : ""),
                i.At,
                i.By is { } by ? new Named(by, names.GetValueOrDefault(by, "")) : null,
                aside.GetValueOrDefault(i.Identity.Id)?.Count ?? 0,
                aside.GetValueOrDefault(i.Identity.Id)?.Last)),
            next);
    }
}
