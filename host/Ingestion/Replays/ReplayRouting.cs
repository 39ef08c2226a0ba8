using SocialCrm.Host.Analytics;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Runs;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// The second part of a replay: open conversations that nobody has touched are routed as if their messages came today. Nobody
/// is told, and nothing is sent.
/// </summary>
internal sealed class ReplayRouting(
    ICrmDatabase database, ReplayThreads threads, DefaultTeams teams, OptimisticCommands commands, WorkspaceFeed feed, TimeProvider time)
{
    private const int MostTried = 400;
    private const int MostApplied = 100;

    public async Task<RunStep> StepAsync(Replay replay, RunLease<Guid> lease, CancellationToken ct)
    {
        var done = await commands.RunAsync(() => RunAsync(replay, lease, ct), ct);
        if (done is { Moved.Count: > 0 } && replay.Apply)
        {
            await feed.PublishAsync(new WorkspaceChange(replay.TenantId, "assignment", done.Moved, []), ct);
        }

        return done is not { IsOver: false } ? RunStep.Over : replay.Apply ? RunStep.Rest : RunStep.GoOn;
    }

    /// <summary>Null when the replay is no longer ours.</summary>
    private async Task<Done?> RunAsync(Replay replay, RunLease<Guid> lease, CancellationToken ct)
    {
        var team = await teams.OfAsync(replay.TenantId, ct);
        var page = await threads.PageAsync(replay, replay.Apply ? MostApplied : MostTried, ct);
        var step = new Rerouting(replay, page);
        if (!replay.Apply)
        {
            await using var look = await database.ReadAsync(ct);
            await step.TryAsync(new RoutingBatch(look, replay.TenantId, holdsTeams: false), team, ct);
        }

        await using var session = await database.WriteAsync(ct);
        if (replay.Apply)
        {
            await ApplyAsync(replay, session, step, team, ct);
        }

        if (!await step.Progress().SaveAsync(lease, session, time.GetUtcNow().UtcDateTime, ct))
        {
            return null;
        }

        await session.CommitAsync(ct);
        return new Done(step.Moved, page.IsLast);
    }

    private async Task ApplyAsync(Replay replay, SqlSession session, Rerouting step, Guid? team, CancellationToken ct)
    {
        // Accounts before conversations before teams, as everybody locks them.
        var identities = step.Identities;
        await new IdentityBatch(session, replay.TenantId, time).LoadAsync(identities, ct);
        var batch = new ThreadBatch(session, replay.TenantId, null, time);
        await batch.LoadAsync(identities, [], step.Ids, withHistory: false, ct);
        var still = await UntouchedThreads.StillAsync(session, replay.TenantId, step.Ids, ct);
        await step.ApplyAsync(new RoutingBatch(session, replay.TenantId), id => still.Contains(id) ? batch.Get(id) : null, team, ct);
        await batch.SaveAsync(ct);
        var marks = new ResponseMarks(session, replay.TenantId);
        marks.Mark(batch.Turned);
        await marks.SaveAsync(ct);
    }

    private sealed record Done(List<Guid> Moved, bool IsOver);
}
