using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <param name="Ok">Whether the system can work.</param>
/// <param name="Message">What was found, or what is wrong and what to do.</param>
public sealed record RecordCheckResult(bool Ok, string Message);

/// <param name="SigningSecret">The new secret. It is shown this once.</param>
public sealed record RotatedRecordSecret(string SigningSecret);

/// <summary>What can be done with a system besides changing it.</summary>
internal static class CheckRecordSystem
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder api)
    {
        var systems = api.MapGroup("/systems-of-record/{id:guid}").RequireAuthorization(Permissions.ManageRecords);
        systems.MapPost("/check", CheckAsync).WithName("checkSystemOfRecord").ProducesProblem(404);
        systems.MapPost("/pull", PullAsync).WithName("pullSystemOfRecord").ProducesProblem(404).ProducesProblem(409);
        systems.MapPost("/rotate-secret", RotateAsync).WithName("rotateRecordSecret").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Tests the connection to a system of record</summary>
    /// <remarks>As it is saved, without any lasting effect on the other side.</remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<Ok<RecordCheckResult>, ProblemHttpResult>> CheckAsync(
        Guid id, RecordSystemChanges changes, RecordCalls calls, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        var check = await calls.CheckAsync(system, ct);
        return TypedResults.Ok(new RecordCheckResult(check.Ok, check.Message));
    }

    /// <summary>Pulls the changes of a system of record now</summary>
    /// <remarks>The pull follows at once, on any node; its outcome stands in the system's health. Pulling that had stopped starts again.</remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<Accepted<RecordSystemItem>, ProblemHttpResult>> PullAsync(
        Guid id, CrmDbContext db, RecordSystemChanges changes, RecordCalls calls, AuditTrail audit, RecordSystemItems items, TimeProvider time, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        if (!system.Enabled || calls.Kind(system) is null)
        {
            return system.Enabled ? RecordProblems.PluginNotRunning : RecordProblems.Disabled;
        }

        if (!calls.Pulls(system))
        {
            return Problems.Conflict("cannot-pull", "The system is not set up for pulling: fill in the settings for it first.");
        }

        var now = time.GetUtcNow().UtcDateTime;
        await db.Set<RecordPull>().Where(p => p.SystemId == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.DueAt, now).SetProperty(p => p.AskedAt, now)
                .SetProperty(p => p.StoppedAt, (DateTime?)null).SetProperty(p => p.BackoffUntil, (DateTime?)null),
            ct);
        audit.Record("system-of-record.pull-asked", "system-of-record", system.Id, system.Name);
        await db.SaveChangesAsync(ct);
        changes.Saved(system.TenantId);
        return TypedResults.Accepted($"/api/v1/systems-of-record/{id}", await items.OfAsync(system, ct));
    }

    /// <summary>Gives a system of record a new signing secret</summary>
    /// <remarks>Requests are signed with both, the new one and the old one, for 24 hours; after that with the new one alone.</remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<Ok<RotatedRecordSecret>, ProblemHttpResult>> RotateAsync(
        Guid id, RecordSystemChanges changes, RecordSecrets secrets, TimeProvider time, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { } system)
        {
            return RecordProblems.NotFound;
        }

        if (system.SigningSecret is null)
        {
            return Problems.Conflict("does-not-sign", "Requests to this system are not signed.");
        }

        var secret = StandardWebhooks.NewSecret();
        (system.PreviousSigningSecret, system.PreviousValidUntil) = (system.SigningSecret, time.GetUtcNow().UtcDateTime + Overlap);
        system.SigningSecret = secrets.Protect(system.TenantId, secret);
        return await changes.SaveAsync(system, "system-of-record.secret-rotated", ct)
            ? TypedResults.Ok(new RotatedRecordSecret(secret))
            : RecordProblems.ChangedMeanwhile;
    }
}
