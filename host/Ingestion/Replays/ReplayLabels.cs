using SocialCrm.Host.Analytics;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// The first part of a replay: messages, the newest first, by today's classifier and topics. Applied, the labels, what they
/// count for and how far the replay came are one transaction, under the same locks as the author's lane.
/// </summary>
internal sealed class ReplayLabels(
    ICrmDatabase database, MessageHistory history, ReplayClassifying classifying, OptimisticCommands commands, WorkspaceFeed feed, TimeProvider time)
{
    private const int MostTried = 4_000;
    private const int MostApplied = 500;

    public async Task<RunStep> StepAsync(Replay replay, RunLease<Guid> lease, CancellationToken ct)
    {
        var most = replay.Apply ? MostApplied : MostTried;
        var total = replay.Total ?? await history.CountAsync(replay.TenantId, replay.Span, ct);
        var page = await history.PageAsync(replay.TenantId, replay.Span, replay.PlaceAt is { } at ? (at, replay.PlaceId!.Value) : null, most, ct);
        var answers = await classifying.AskAsync(replay.TenantId, page, fast: !replay.Apply, ct);
        var read = new ReplayPage(page, answers, page.Count < most, total, classifying.ModelVersion);
        if (!replay.Apply)
        {
            return await TryAsync(replay, lease, read, ct) ? RunStep.GoOn : RunStep.Over;
        }

        if (await commands.RunAsync(() => ApplyAsync(replay, lease, read, ct), ct) is not { } changed)
        {
            return RunStep.Over;
        }

        if (changed.Count > 0)
        {
            await feed.PublishAsync(new WorkspaceChange(replay.TenantId, "label", changed, []), ct);
        }

        return RunStep.Rest;
    }

    private async Task<bool> TryAsync(Replay replay, RunLease<Guid> lease, ReplayPage page, CancellationToken ct)
    {
        var step = new ReplayRelabelling(replay, page);
        for (var i = 0; i < page.Messages.Count; i++)
        {
            var message = page.Messages[i];
            step.Count(message, message.Labels, page.Answers[i].Of(message.Labels));
        }

        await using var session = await database.WriteAsync(ct);
        return await step.SaveAsync(lease, session, time.GetUtcNow().UtcDateTime, ct);
    }

    /// <summary>The conversations whose messages have other labels now; null when the replay is no longer ours.</summary>
    private async Task<List<Guid>?> ApplyAsync(Replay replay, RunLease<Guid> lease, ReplayPage page, CancellationToken ct)
    {
        var step = new ReplayRelabelling(replay, page);
        await using var session = await database.WriteAsync(ct);
        var identities = new IdentityBatch(session, replay.TenantId, time);
        var interactions = new InteractionBatch(session, replay.TenantId);
        var rollups = new RollupBatch(session, replay.TenantId);
        var different = page.Different();
        await identities.LoadAsync(different.Select(m => m.IdentityId).ToHashSet(), ct);
        await interactions.LoadAsync(different.Select(m => m.Id).ToHashSet(), ct);
        for (var i = 0; i < page.Messages.Count; i++)
        {
            Relabel(step, page.Messages[i], page.Answers[i], identities, interactions, rollups);
        }

        await identities.SaveAsync(ct);
        await interactions.SaveAsync(ct);
        await rollups.SaveAsync(ct);
        return await step.SaveAsync(lease, session, time.GetUtcNow().UtcDateTime, ct) ? [.. step.Conversations] : null;
    }

    /// <summary>Decides from the message as it stands under its lock: meanwhile it may have been corrected, edited or taken down.</summary>
    private static void Relabel(
        ReplayRelabelling step, PastMessage read, ReplayAnswer answer, IdentityBatch identities, InteractionBatch interactions, RollupBatch rollups)
    {
        if (interactions.Find(read.Id) is not { } row)
        {
            step.Count(read, read.Labels, read.Labels);
            return;
        }

        if (row.Text is null || row.Revision != read.Revision || row.Labels.Pending)
        {
            step.Skip();
            return;
        }

        var (before, labels) = (row.ToContact(), row.Labels);
        var after = answer.Of(labels);
        step.Count(read, labels, after);
        if (after.IsStoredAs(labels))
        {
            return;
        }

        rollups.Withdraw(row);
        InteractionBatch.Relabel(row, after);
        rollups.Add(row);
        if (row.ToContact() is var now && now != before)
        {
            identities.Get(row.IdentityId).Relationship.Revise(before, now);
        }
    }
}
