using SocialCrm.Host.Channels;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Stores what a pull brought together with the cursor that stands for it, or nothing at all.</summary>
internal sealed class PullIntake(ICrmDatabase database, ChannelDirectory channels)
{
    /// <returns>The customers whose links changed; null when the pull is no longer this run's, and nothing was stored.</returns>
    public async Task<HashSet<Guid>?> StoreAsync(PollLease lease, PulledChanges pulled, PollStep step)
    {
        var accounts = await AccountsAsync(lease.TenantId, pulled.Changes);
        await using var session = await database.WriteAsync(CancellationToken.None);
        var now = await DeliveryClaim.NowAsync(session, CancellationToken.None);
        var links = new LinkBatch(session, lease.TenantId, lease.SourceId, now);
        await links.ApplyAsync(await LinkedAsync(session, lease.TenantId, pulled.Changes, accounts), CancellationToken.None);
        if (!await PollLeases.AdvanceAsync(session, lease, step with { Notice = Notice(pulled.LeftOut, links.Strangers) }, CancellationToken.None))
        {
            return null;
        }

        await session.CommitAsync(CancellationToken.None);
        return links.Customers;
    }

    private static async Task<List<LinkedChange>> LinkedAsync(
        SqlSession session, Guid tenantId, IReadOnlyList<RecordChange> changes, Dictionary<RecordChange, AuthorKey> accounts)
    {
        var ids = changes.Select(c => Guid.TryParse(c.ContactId, out var id) ? id : (Guid?)null).OfType<Guid>().ToHashSet();
        var known = await CustomerFamilies.KnownAsync(session, tenantId, ids, CancellationToken.None);
        var homes = await CustomerFamilies.HomesAsync(session, tenantId, accounts.Values.ToHashSet(), CancellationToken.None);
        return [.. changes.Select(c => new LinkedChange(c, Customer(c)))];

        Guid? Customer(RecordChange change) =>
            Guid.TryParse(change.ContactId, out var id) && known.Contains(id) ? id
            : accounts.TryGetValue(change, out var account) && homes.TryGetValue(account, out var home) ? home : null;
    }

    private async Task<Dictionary<RecordChange, AuthorKey>> AccountsAsync(Guid tenantId, IReadOnlyList<RecordChange> changes)
    {
        var accounts = new Dictionary<RecordChange, AuthorKey>(ReferenceEqualityComparer.Instance);
        foreach (var change in changes)
        {
            if (Guid.TryParse(change.Channel, out var id) && change.UserId is { Length: > 0 } user
                && await channels.FindAsync(tenantId, id, CancellationToken.None) is { } channel)
            {
                accounts[change] = new AuthorKey(channel.IdentityScope, user);
            }
        }

        return accounts;
    }

    private static string? Notice(IReadOnlyList<string> leftOut, int strangers)
    {
        var broken = leftOut.Count > 0 ? $"{leftOut.Count} of its changes could not be taken. The first: {leftOut[0]}." : null;
        var unknown = strangers > 0 ? $"{strangers} of its records belong to no customer here and were left out." : null;
        return RecordAnswer.Shortened(string.Join(' ', new[] { broken, unknown }.OfType<string>()) is { Length: > 0 } text ? text : null, RecordFlow.ReasonLength);
    }
}
