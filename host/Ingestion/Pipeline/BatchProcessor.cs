using SocialCrm.Host.Attachments;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Routing;
using SocialCrm.Host.SystemsOfRecord;

namespace SocialCrm.Host.Ingestion;

/// <summary>Brings the heads of lanes through the pipeline: prepares outside any transaction, applies in one, and isolates what fails.</summary>
internal sealed class BatchProcessor(
    ICrmDatabase database,
    BatchPreparation preparation,
    DefaultTeams teams,
    RecordDirectory records,
    RecordSignal recordSignal,
    InboxNews news,
    TenantDepths depths,
    WorkspaceFeed feed,
    FetchSignal fetch,
    DeadLetterBox deadLetters,
    IngestionMetrics metrics,
    TimeProvider time,
    ILogger<BatchProcessor> log)
{
    private const int SmallBatch = 16;

    /// <summary>
    /// False when some of it is left, because another node was at it. Throws only for what may pass by itself; a message at fault goes
    /// to the dead letters.
    /// </summary>
    public async Task<bool> ProcessAsync(IReadOnlyList<LaneHead> heads, CancellationToken ct)
    {
        try
        {
            return await ApplyAsync(heads, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException && !database.IsTransient(error))
        {
            log.BatchCut(error, heads.Sum(h => h.Messages.Count));
            foreach (var head in heads)
            {
                await IsolateAsync(head, ct);
            }

            return false;
        }
    }

    /// <summary>Works through one lane in small steps, and where one fails, message by message.</summary>
    private async Task IsolateAsync(LaneHead head, CancellationToken ct)
    {
        var step = SmallBatch;
        while (head.Messages.Count > 0)
        {
            var first = head.First(step);
            try
            {
                if (!await ApplyAsync([first], ct))
                {
                    return;
                }
            }
            catch (Exception error) when (error is not OperationCanceledException && !database.IsTransient(error))
            {
                if (first.Messages.Count > 1)
                {
                    step = 1;
                    continue;
                }

                await BuryAsync(first, error, ct);
            }

            head = new LaneHead(head.Key, first.Messages[^1].InboxId, [.. head.Messages.Skip(first.Messages.Count)]);
        }
    }

    private async Task BuryAsync(LaneHead head, Exception error, CancellationToken ct)
    {
        var message = head.Messages[0];
        var told = await deadLetters.BuryAsync(head, message, error, ct);
        log.MessageDead(error, message.InboxId, message.ChannelId);
        metrics.Failed();
        await feed.PublishAsync(new WorkspaceChange(head.Key.TenantId, "dead-letters", [], []), ct);
        await feed.TellAsync(head.Key.TenantId, told);
    }

    /// <summary>False when another node had some of the lanes, or had moved them on.</summary>
    private async Task<bool> ApplyAsync(IReadOnlyList<LaneHead> heads, CancellationToken ct)
    {
        var tenantId = heads[0].Key.TenantId;
        await preparation.PrepareAsync(tenantId, [.. heads.SelectMany(h => h.Messages)], ct);
        var around = new BatchSurroundings(await teams.OfAsync(tenantId, ct), await records.ActiveAsync(tenantId, ct));
        var started = time.GetTimestamp();
        await using var session = await database.WriteBatchAsync(ct);
        var claimed = await LaneClaim.ClaimAsync(session, heads, ct);
        if (claimed.Count == 0)
        {
            return false;
        }

        var messages = claimed.SelectMany(h => h.Messages).OrderBy(m => m.InboxId).ToList();
        var batch = new BatchApplication(session, tenantId, around, time);
        await batch.ApplyAsync(messages, ct);
        await LaneClaim.AdvanceAsync(session, claimed, time.GetUtcNow(), ct);
        await session.CommitAsync(ct);
        depths.Remove(messages);
        news.Appended(batch.Rerouted);
        var now = time.GetUtcNow().UtcDateTime;
        metrics.Processed(messages.ConvertAll(m => now - m.ReceivedAt), time.GetElapsedTime(started));
        if (batch.HasFiles)
        {
            fetch.Raise();
        }

        if (batch.Conversations.Count > 0)
        {
            if (around.SystemsOfRecord.Count > 0)
            {
                recordSignal.Raise();
            }

            await feed.PublishAsync(new WorkspaceChange(tenantId, "messages", [.. batch.Conversations], [.. batch.Customers]), ct);
        }

        await feed.TellAsync(tenantId, batch.Notified);
        return claimed.Count == heads.Count;
    }
}
