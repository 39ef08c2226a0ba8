using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Listening;

/// <summary>Starts and stops walks together with the change of the topic that they follow from. The caller saves.</summary>
internal sealed class HistoryRuns(CrmDbContext db, TimeProvider time)
{
    /// <summary>Brings the label up to the query; null takes it off.</summary>
    public async Task StartAsync(string key, string? query, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await FindAsync(key, ct) is not { } run)
        {
            run = new HistoryRun { TenantId = db.TenantId, TopicKey = key, StartedAt = now, DueAt = now };
            db.Add(run);
        }

        run.Restart(query, now);
    }

    /// <summary>False when nothing was running.</summary>
    public async Task<bool> CancelAsync(string key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { State: HistoryRunState.Running } run)
        {
            return false;
        }

        run.End(HistoryRunState.Cancelled, time.GetUtcNow().UtcDateTime);
        return true;
    }

    public async Task<TopicItem> ViewAsync(Topic topic, CancellationToken ct) => (await ViewAsync([topic], ct))[0];

    public async Task<List<TopicItem>> ViewAsync(IReadOnlyList<Topic> topics, CancellationToken ct)
    {
        var keys = topics.Select(t => t.Key).ToList();
        var runs = await db.Set<HistoryRun>().AsNoTracking().Where(r => keys.Contains(r.TopicKey)).ToDictionaryAsync(r => r.TopicKey, ct);
        return [.. topics.Select(t => TopicItem.Of(t, runs.GetValueOrDefault(t.Key)))];
    }

    private Task<HistoryRun?> FindAsync(string key, CancellationToken ct) => db.Set<HistoryRun>().SingleOrDefaultAsync(r => r.TopicKey == key, ct);
}
