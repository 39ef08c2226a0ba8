using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Mail;

/// <summary>How e-mail goes.</summary>
/// <param name="IsSet">False while no mail server is set: then nothing is mailed.</param>
/// <param name="Server">The mail server and its port.</param>
/// <param name="Security">starttls or none.</param>
/// <param name="From">The sender.</param>
/// <param name="Queued">How many e-mails wait.</param>
/// <param name="Failed">How many were refused or given up, and are kept for a person to see to.</param>
public sealed record MailHealth(bool IsSet, string? Server, string? Security, string? From, int Queued, int Failed)
{
    /// <summary>When the mail server last took one.</summary>
    public DateTime? LastSentAt { get; init; }

    /// <summary>Why the last one that waits or failed was not sent.</summary>
    public string? LastError { get; init; }

    /// <summary>The newest that wait for another attempt or failed, at most 50.</summary>
    public required IReadOnlyList<MailItem> Unsent { get; init; }
}

/// <param name="Id">The e-mail's id.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Address">To whom.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">Why it was not sent.</param>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="CreatedAt">When it was written.</param>
public sealed record MailItem(Guid Id, string Kind, string Address, string Subject, MailState State, int Attempts, string? Reason, DateTime DueAt, DateTime CreatedAt);

internal static class GetMailState
{
    private const int MostShown = 50;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/mail", HandleAsync).RequireAuthorization(Permissions.ManageMail).WithName("getMailState");

    /// <summary>Says how e-mail goes</summary>
    /// <remarks>The mail server of this installation, what waits and what failed. Never what the e-mails say.</remarks>
    private static async Task<Ok<MailHealth>> HandleAsync(CrmDbContext db, IOptions<SmtpOptions> options, CancellationToken ct)
    {
        var smtp = options.Value;
        var unsent = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.State == MailState.Failed || m.Reason != null && m.State != MailState.Sent)
            .OrderByDescending(m => m.CreatedAt).Take(MostShown)
            .Select(m => new MailItem(m.Id, m.Kind, m.Address, m.Subject, m.State, m.Attempts, m.Reason, m.DueAt, m.CreatedAt)).ToListAsync(ct);
        return TypedResults.Ok(new MailHealth(
            smtp.IsSet,
            smtp.IsSet ? $"{smtp.Host}:{smtp.EffectivePort}" : null,
            smtp.IsSet ? smtp.Security : null,
            smtp.IsSet ? smtp.From : null,
            await db.Set<OutgoingMail>().CountAsync(m => m.State == MailState.Queued || m.State == MailState.Sending, ct),
            await db.Set<OutgoingMail>().CountAsync(m => m.State == MailState.Failed, ct))
        {
            LastSentAt = await db.Set<OutgoingMail>().MaxAsync(m => m.SentAt, ct),
            LastError = unsent.Count > 0 ? unsent[0].Reason : null,
            Unsent = unsent,
        });
    }
}
