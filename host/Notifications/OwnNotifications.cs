using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Notifications;

/// <summary>The caller's notifications and nobody else's. A program has none.</summary>
internal sealed class OwnNotifications(CrmDbContext db, Caller caller)
{
    public IQueryable<Notification> All => db.Set<Notification>().Where(n => n.UserId == caller.UserId);

    public IQueryable<Notification> Unread => All.Where(n => n.ReadAt == null && n.InApp);

    public static ProblemHttpResult NotAPerson() => Problems.Of(
        403, "person-needed", "Only a person has notifications.", "Sign in with a browser; an API key has none.");
}
