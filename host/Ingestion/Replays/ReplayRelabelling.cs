using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Ingestion;

/// <summary>What one step found in its messages, and where the replay stands after it.</summary>
internal sealed class ReplayRelabelling(Replay replay, ReplayPage page)
{
    private readonly ReplayTally _tally = ReplayTally.Parse(replay.Report);
    private long _changed;
    private long _refreshed;
    private long _skipped;

    /// <summary>The conversations whose messages have other labels.</summary>
    public HashSet<Guid> Conversations { get; } = [];

    /// <summary>What waits for its first labels gets them, and its rules, as soon as the classifier answers: that is not ours.</summary>
    public void Count(PastMessage message, MessageLabels before, MessageLabels after)
    {
        if (before.Pending)
        {
            Skip();
        }
        else if (_tally.Count(message.Id, message.ConversationId, before, after))
        {
            _changed++;
            Conversations.Add(message.ConversationId);
        }
        else if (!after.IsStoredAs(before))
        {
            _refreshed++;
        }
    }

    public void Skip() => _skipped++;

    /// <summary>Commits the step; false when the replay is no longer ours, and then nothing is changed.</summary>
    public async Task<bool> SaveAsync(RunLease<Guid> lease, SqlSession session, DateTime now, CancellationToken ct)
    {
        if (!await Progress().SaveAsync(lease, session, now, ct))
        {
            return false;
        }

        await session.CommitAsync(ct);
        return true;
    }

    private ReplayProgress Progress()
    {
        var last = page.Messages.Count > 0 ? page.Messages[^1] : null;
        var (phase, at, id) = page.IsLast ? (ReplayPhase.Routing, null, null) : (ReplayPhase.Labels, last?.OccurredAt, last?.Id);
        return new ReplayProgress(phase, at, id, _tally)
        {
            Total = page.Total,
            Read = replay.Read + page.Messages.Count,
            Changed = replay.Changed + _changed,
            Refreshed = replay.Refreshed + _refreshed,
            Skipped = replay.Skipped + _skipped,
            ModelVersion = page.ModelVersion,
        };
    }
}
