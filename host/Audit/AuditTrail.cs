using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Audit;

/// <summary>Notes what the caller does. The entry is saved by the command's own SaveChanges: both happen, or neither.</summary>
public sealed class AuditTrail(CrmDbContext db, Caller caller, TimeProvider time)
{
    internal const int DetailLength = 2_000;

    /// <param name="action">What was done, such as "channel.created".</param>
    /// <param name="subject">The kind of thing, such as "channel".</param>
    /// <param name="id">Which one.</param>
    /// <param name="detail">What a reader needs besides; no secret and no customer's words.</param>
    public void Record(string action, string subject, object? id, string? detail = null)
    {
        var now = time.GetUtcNow();
        db.Add(new AuditEntry
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            ActorId = caller.UserId,
            ActorName = caller.Name,
            Action = action,
            Subject = subject,
            SubjectId = id?.ToString(),
            Detail = detail is { Length: > DetailLength } ? detail[..DetailLength] : detail,
        });
    }
}
