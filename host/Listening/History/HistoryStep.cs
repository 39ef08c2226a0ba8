using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Listening;

/// <summary>
/// One step of a walk: the labels, what they count for and how far it came are saved in one small transaction, so that a
/// server that dies anywhere leaves each message counted once.
/// </summary>
internal sealed class HistoryStep(CrmDbContext db, MessageHistory history, LabelledMessages messages, OptimisticCommands commands, TimeProvider time)
{
    private const int MostLooked = 1_000;
    private const int MostChanged = 200;

    /// <summary>True when there is more to do; false when it is done or no longer ours.</summary>
    public async Task<bool> RunAsync(RunLease<string> claim, CancellationToken ct)
    {
        db.TenantId = claim.TenantId;
        if (await CurrentAsync(claim, ct) is not { } run)
        {
            return false;
        }

        var total = run.Total ?? await history.CountAsync(claim.TenantId, ct);
        var query = run.Query is null ? null
            : TopicQuery.Parse(run.Query).Query ?? throw new InvalidOperationException("A stored query can no longer be read: nothing is done by it.");
        var page = await history.PageAsync(claim.TenantId, run.PlaceAt is { } at ? (at, run.PlaceId!.Value) : null, MostLooked, ct);
        var (looked, different) = Look(page, claim.Key, query);
        return await commands.RunAsync(
            () => SaveAsync(claim, new(total, looked, different, looked.Count == page.Count && page.Count < MostLooked, query), ct), ct);
    }

    /// <summary>Up to as many as change in one transaction.</summary>
    private static (List<PastMessage> Looked, List<Guid> Different) Look(List<PastMessage> page, string key, TopicQuery? query)
    {
        var different = new List<Guid>();
        for (var i = 0; i < page.Count; i++)
        {
            if (!ReferenceEquals(page[i].Labels.Listening(key, Matches(query, page[i].Text)), page[i].Labels))
            {
                different.Add(page[i].Id);
                if (different.Count == MostChanged)
                {
                    return (page[..(i + 1)], different);
                }
            }
        }

        return (page, different);
    }

    private async Task<bool> SaveAsync(RunLease<string> claim, Found found, CancellationToken ct)
    {
        // Read again with each attempt: meanwhile it may have been stopped, and messages edited or corrected.
        if (await CurrentAsync(claim, ct) is not { } run)
        {
            return false;
        }

        foreach (var message in found.Different.Count > 0 ? await messages.LoadAsync(found.Different, ct) : [])
        {
            var labels = message.Labels.ToLabels();
            var listening = message.Text is null ? labels : labels.Listening(claim.Key, Matches(found.Query, message.Text));
            if (!ReferenceEquals(listening, labels))
            {
                await messages.RelabelAsync(message, listening, ct);
                run.Changed++;
            }
        }

        var now = time.GetUtcNow().UtcDateTime;
        (run.Total, run.Looked, run.Attempts) = (found.Total, run.Looked + found.Looked.Count, 0);
        (run.PlaceAt, run.PlaceId) = found.Looked is [.., var last] ? (last.OccurredAt, last.Id) : (run.PlaceAt, run.PlaceId);
        run.LeasedUntil = now + RunLease<string>.Length;
        run.Version++;
        if (found.IsLast)
        {
            End(run, now);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return !found.IsLast;
    }

    // Of a topic that is gone nothing stays.
    private void End(HistoryRun run, DateTime now)
    {
        if (run.Query is null)
        {
            db.Remove(run);
        }
        else
        {
            run.End(HistoryRunState.Done, now);
        }
    }

    private Task<HistoryRun?> CurrentAsync(RunLease<string> claim, CancellationToken ct) => db.Set<HistoryRun>().SingleOrDefaultAsync(
        r => r.TopicKey == claim.Key && r.Epoch == claim.Epoch && r.State == HistoryRunState.Running, ct);

    private static bool Matches(TopicQuery? query, string text) => query is not null && query.Matches(new TokenizedText(text));

    private sealed record Found(long Total, List<PastMessage> Looked, List<Guid> Different, bool IsLast, TopicQuery? Query);
}
