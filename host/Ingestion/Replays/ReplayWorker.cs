using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Ingestion;

/// <summary>Makes the replays that are due. What customers say now, and what is imported, goes first.</summary>
internal sealed class ReplayWorker(
    ICrmDatabase database, IServiceScopeFactory scopes, ReplaySignal signal, TenantDepths depths, TimeProvider time, ILogger<ReplayWorker> log)
    : RunWorker<Guid>(database, Replay.Table, time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // A server that never catches up replays all the same, slowly; and the lease must last.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    protected override async Task<RunStep> StepAsync(RunLease<Guid> lease, CancellationToken ct)
    {
        await StandBackAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = lease.TenantId;
        var replay = await db.Set<Replay>().AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == lease.Key && r.Epoch == lease.Epoch && r.State == ReplayState.Running, ct);
        return replay switch
        {
            null => RunStep.Over,
            { Phase: ReplayPhase.Labels } => await scope.ServiceProvider.GetRequiredService<ReplayLabels>().StepAsync(replay, lease, ct),
            _ => await scope.ServiceProvider.GetRequiredService<ReplayRouting>().StepAsync(replay, lease, ct),
        };
    }

    protected override Task WaitAsync(TimeSpan atMost, CancellationToken ct) => signal.WaitAsync(atMost, ct);

    protected override void Failed(Exception error) => log.ReplayFailed(error);

    private async Task StandBackAsync(CancellationToken ct)
    {
        for (var since = Time.GetTimestamp(); depths.Total > 0 && Time.GetElapsedTime(since) < LongestWait;)
        {
            await Task.Delay(Look, Time, ct);
        }
    }
}

/// <summary>Tells this node that a replay was started.</summary>
internal sealed class ReplaySignal : Platform.Events.DueSignal;
