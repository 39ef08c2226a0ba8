using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Mail;

/// <param name="Address">To whom it went: the caller.</param>
public sealed record TestedMail(string Address);

internal static class SendTestMail
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/mail/test", HandleAsync)
        .RequireAuthorization(Permissions.ManageMail).WithName("sendTestMail").ProducesProblem(403).ProducesProblem(409).ProducesProblem(502);

    /// <summary>Sends yourself an e-mail</summary>
    /// <remarks>At once and not through the queue, so that the answer is the mail server's own.</remarks>
    /// <response code="409">No mail server is set.</response>
    /// <response code="502">The mail server did not take it; the problem says why.</response>
    private static async Task<Results<Ok<TestedMail>, ProblemHttpResult>> HandleAsync(
        Caller caller, CrmDbContext db, MailBox box, SmtpSender sender, AuditTrail audit, CancellationToken ct)
    {
        if (!box.IsSet)
        {
            return Problems.Conflict("mail-not-set", "No mail server is set. Set Smtp:Host and what belongs to it, then start the server again.");
        }

        if (caller.UserId is not { } me || await db.Users.FindAsync([me], ct) is not { Email: { } address })
        {
            return Problems.Of(403, "person-needed", "Only a person has a mailbox.", "Sign in with a browser; an API key has none.");
        }

        var content = new MailContent("Test of the mail server", [new("E-mail from this server reaches you.", box.Page(""), "Open the server")], "You asked for this test.");
        var outcome = await sender.SendAsync(Guid.NewGuid(), address, content.Subject, content);
        audit.Record("mail.tested", "mail", null, outcome.Reason);
        await db.SaveChangesAsync(ct);
        return outcome.Delivered
            ? TypedResults.Ok(new TestedMail(address))
            : Problems.Of(502, "mail-failed", "The mail server did not take the e-mail.", outcome.Reason!);
    }
}
