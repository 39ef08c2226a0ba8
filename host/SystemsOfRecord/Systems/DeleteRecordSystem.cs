using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

internal static class DeleteRecordSystem
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/systems-of-record/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ManageRecords).WithName("deleteSystemOfRecord").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Deletes a system of record</summary>
    /// <remarks>
    /// Nothing more goes to it or comes from it. Its secrets, its links to customers and its delivery log are gone for good; what
    /// the system itself holds stays there.
    /// </remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CrmDbContext db, RecordSystemChanges changes, TimeProvider time, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        system.DeletedAt = time.GetUtcNow().UtcDateTime;
        (system.Enabled, system.Secrets, system.SigningSecret, system.PreviousSigningSecret) = (false, null, null, null);
        if (!await changes.SaveAsync(system, "system-of-record.deleted", ct))
        {
            return RecordProblems.ChangedMeanwhile;
        }

        // Nobody sees them any more; what remains if this is cut off is removed with the delivery log.
        await db.Set<RecordLink>().Where(l => l.SystemId == id).ExecuteDeleteAsync(ct);
        await db.Set<SendingRun>().Where(r => r.SystemId == id).ExecuteDeleteAsync(ct);
        return TypedResults.NoContent();
    }
}
