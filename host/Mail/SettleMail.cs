using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Mail;

/// <summary>What a platform admin decides about an e-mail that was not sent.</summary>
internal static class SettleMail
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/mail/{id:guid}/retry", RetryAsync).RequireAuthorization(Permissions.ManageMail).WithName("retryMail").ProducesProblem(404);
        api.MapDelete("/mail/{id:guid}", DiscardAsync).RequireAuthorization(Permissions.ManageMail).WithName("discardMail").ProducesProblem(404);
    }

    /// <summary>Tries an e-mail again now</summary>
    /// <remarks>One that failed, or waits for another attempt.</remarks>
    /// <param name="id">The e-mail.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(
        Guid id, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { Content: not null } mail)
        {
            return Problems.NotFound("unsent e-mail");
        }

        (mail.State, mail.Attempts, mail.DueAt) = (MailState.Queued, 0, time.GetUtcNow().UtcDateTime);
        mail.Fence++;
        audit.Record("mail.retried", "mail", id, mail.Kind);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Discards an e-mail that was not sent</summary>
    /// <remarks>It is never sent then. What it was about stays as it is.</remarks>
    /// <param name="id">The e-mail.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(Guid id, CrmDbContext db, AuditTrail audit, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } mail)
        {
            return Problems.NotFound("unsent e-mail");
        }

        db.Remove(mail);
        audit.Record("mail.discarded", "mail", id, mail.Kind);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    // What is on its way at this moment is nobody's to change.
    private static Task<OutgoingMail?> FindAsync(CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == id && (m.State == MailState.Failed || m.State == MailState.Queued), ct);
}
