using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Writes what became of events, what it means for the system, and what it answered of its records: together.</summary>
internal sealed class DeliveryRecorder(ICrmDatabase database, WorkspaceFeed feed, ILogger<DeliveryRecorder> log)
{
    private const int Tries = 5;
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(1);

    public async Task WriteAsync(DueSystem system, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var customers = await SaveAsync(system, outcomes);
                if (customers.Count > 0)
                {
                    await feed.PublishAsync(new WorkspaceChange(system.TenantId, "records", [], [.. customers]), CancellationToken.None);
                }

                return;
            }
            catch (Exception error) when (attempt < Tries && database.IsTransient(error))
            {
                log.OutcomeRetried(error, system.Id);
            }
        }
    }

    private async Task<HashSet<Guid>> SaveAsync(DueSystem system, IReadOnlyList<DeliveryOutcome> outcomes)
    {
        var held = new List<DeliveryOutcome>();
        await using var session = await database.WriteAsync(CancellationToken.None);
        foreach (var outcome in outcomes.OrderBy(o => o.Claim.Seq))
        {
            if (await SaveAsync(session, outcome) == 1)
            {
                held.Add(outcome);
            }
            else
            {
                // The lease had ended and another node took over: its word counts.
                log.LeaseLost(outcome.Claim.Id);
            }
        }

        var now = await DeliveryClaim.NowAsync(session, CancellationToken.None);
        var links = new LinkBatch(session, system.TenantId, system.Id, now);
        await links.ApplyAsync([.. held.Where(o => o.Result.Record is not null).Select(o => new LinkedChange(o.Result.Record!, o.Claim.CustomerId))], CancellationToken.None);
        if (held.Count > 0)
        {
            await SaveAsync(session, system, FlowStep.Of(held, system.Failures, Random.Shared.NextDouble()), now);
        }

        await session.CommitAsync(CancellationToken.None);
        return links.Customers;
    }

    private static Task<int> SaveAsync(SqlSession session, DeliveryOutcome outcome)
    {
        var exchange = outcome.Result.Exchange;
        return session.ExecuteAsync(
            """
            UPDATE record_deliveries SET state = @state, attempts = @attempts, due_at = @due, reason = @reason, sent_at = @sent,
                request = COALESCE(@request, request), answer_status = @status, answer = @answer, history = @history
            WHERE seq = @seq AND fence = @fence
            """,
            new()
            {
                ["state"] = (short)outcome.State,
                ["attempts"] = outcome.Attempts,
                ["due"] = outcome.DueAt,
                ["reason"] = outcome.Result.Status == RecordStatus.Taken ? null : outcome.Reason,
                ["sent"] = outcome.SentAt,
                ["request"] = RecordAnswer.Shortened(exchange?.Request, RecordDelivery.RequestLength),
                ["status"] = exchange?.Status,
                ["answer"] = RecordAnswer.Shortened(exchange?.Answer, RecordDelivery.AnswerLength),
                ["history"] = outcome.History,
                ["seq"] = outcome.Claim.Seq,
                ["fence"] = outcome.Claim.Fence,
            },
            CancellationToken.None);
    }

    // The row is common to all that is under way: while all goes well it is written once a second.
    private static Task<int> SaveAsync(SqlSession session, DueSystem system, FlowStep step, DateTime now) => session.ExecuteAsync(
        step is { Reached: true, Error: null }
            ? """
              UPDATE record_flows SET failures = 0, last_success_at = @now, last_error = NULL, backoff_until = NULL
              WHERE tenant_id = @tenant AND system_id = @system
              AND (failures > 0 OR last_error IS NOT NULL OR last_success_at IS NULL OR last_success_at < @recent)
              """
            : """
              UPDATE record_flows SET failures = @failures,
                  last_success_at = CASE WHEN @reached THEN @now ELSE last_success_at END,
                  last_error_at = @now, last_error = @error, backoff_until = @backoff, stopped_at = @stopped
              WHERE tenant_id = @tenant AND system_id = @system AND stopped_at IS NULL
              """,
        step is { Reached: true, Error: null }
            ? new() { ["now"] = now, ["recent"] = now - Recent, ["tenant"] = system.TenantId, ["system"] = system.Id }
            : new()
            {
                ["now"] = now,
                ["reached"] = step.Reached,
                ["failures"] = step.Reached ? 0 : system.Failures + 1,
                ["error"] = step.Error,
                ["backoff"] = now + step.Wait,
                ["stopped"] = step.Stops ? now : null,
                ["tenant"] = system.TenantId,
                ["system"] = system.Id,
            },
        CancellationToken.None);
}
