using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

internal static class CancelReplay
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/replays/{id:guid}/cancel", HandleAsync)
        .RequireAuthorization(Permissions.ManageReplays).WithName("cancelReplay").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Stops a replay</summary>
    /// <remarks>What it had changed by then stays. Applying the same again goes over it without changing it once more.</remarks>
    /// <param name="id">The replay.</param>
    /// <response code="409">The replay has ended.</response>
    private static Task<Results<Ok<ReplayView>, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, OptimisticCommands commands, AuditTrail audit, TimeProvider time, CancellationToken ct) =>
        commands.RunAsync(() => StopAsync(id, db, audit, time, ct), ct);

    private static async Task<Results<Ok<ReplayView>, ProblemHttpResult>> StopAsync(
        Guid id, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (await db.Set<Replay>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } replay)
        {
            return Problems.NotFound("replay");
        }

        if (replay.State != ReplayState.Running)
        {
            return Problems.Conflict("ended", "The replay has ended.");
        }

        // Whoever is at it finds another epoch and saves nothing more.
        (replay.State, replay.FinishedAt, replay.LeasedUntil) = (ReplayState.Cancelled, time.GetUtcNow().UtcDateTime, null);
        replay.Epoch++;
        replay.Version++;
        audit.Record("replay.cancelled", "replay", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ReplayView.Of(replay));
    }
}
