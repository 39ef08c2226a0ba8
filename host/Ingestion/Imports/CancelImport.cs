using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

internal static class CancelImport
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/imports/{id:guid}/cancel", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).WithName("cancelImport").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Stops an import</summary>
    /// <remarks>What had been read by then stays and is processed. Importing the same file again goes on from there.</remarks>
    /// <response code="409">The import has ended.</response>
    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, OptimisticCommands commands, ICrmDatabase database, Caller caller, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        var (job, refusal) = await commands.RunAsync(() => StopAsync(id, db, audit, time, ct), ct);
        if (job is null)
        {
            return refusal!;
        }

        await using (var session = await database.WriteAsync(ct))
        {
            await ImportFile.ForgetAsync(session, caller.TenantId, id, ct);
            await session.CommitAsync(ct);
        }

        return TypedResults.Ok(ImportView.Of(job, (await ImportTotals.OfAsync(db, [id], ct)).GetValueOrDefault(id)));
    }

    private static async Task<(ImportJob? Job, ProblemHttpResult? Refusal)> StopAsync(Guid id, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (await db.Set<ImportJob>().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } job)
        {
            return (null, Problems.NotFound("import"));
        }

        if (job.State is not (ImportState.Uploading or ImportState.Reading or ImportState.Processing))
        {
            return (null, Problems.Conflict("ended", "The import has ended."));
        }

        (job.State, job.FinishedAt, job.LeasedUntil) = (ImportState.Cancelled, time.GetUtcNow().UtcDateTime, null);
        job.Epoch++;
        audit.Record("import.cancelled", "channel", job.ChannelId, job.FileName);
        await db.SaveChangesAsync(ct);
        return (job, null);
    }
}
