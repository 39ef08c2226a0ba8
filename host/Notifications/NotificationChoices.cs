using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Mail;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Notifications;

/// <param name="Kind">What happens.</param>
/// <param name="InApp">True: it is listed and counted in the workspace.</param>
/// <param name="Mail">Whether and when it is mailed.</param>
public sealed record ChoiceItem(NotificationKind Kind, bool InApp, MailTiming Mail);

/// <param name="CanMail">False while this server has no mail server: then nothing is mailed, whatever is chosen.</param>
/// <param name="Items">A choice for each kind.</param>
public sealed record ChoiceList(bool CanMail, IReadOnlyList<ChoiceItem> Items);

/// <param name="Items">The kinds to change; others stay as they are.</param>
public sealed record ChoiceChange(IReadOnlyList<ChoiceItem> Items);

internal sealed class NotificationChoices(CrmDbContext db, Caller caller, MailBox box, AuditTrail audit)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/notifications/choices", GetAsync)
            .RequireAuthorization(Permissions.ReadWorkspace).WithName("getNotificationChoices").ProducesProblem(403);
        api.MapPut("/notifications/choices", SetAsync)
            .RequireAuthorization(Permissions.ReadWorkspace).WithName("setNotificationChoices").ProducesProblem(400).ProducesProblem(403);
    }

    /// <summary>Gives what you are told of, and how</summary>
    /// <remarks>In this organisation: for each kind whether it is listed, and whether and when it is mailed.</remarks>
    private static async Task<Results<Ok<ChoiceList>, ProblemHttpResult>> GetAsync(NotificationChoices choices, CancellationToken ct) =>
        choices.Me is null ? OwnNotifications.NotAPerson() : TypedResults.Ok(await choices.ReadAsync(ct));

    /// <summary>Changes what you are told of, and how</summary>
    /// <remarks>For what happens from now on. Kinds that are left out stay as they are.</remarks>
    private static async Task<Results<Ok<ChoiceList>, ProblemHttpResult>> SetAsync(ChoiceChange request, NotificationChoices choices, CancellationToken ct)
    {
        if (choices.Me is not { } me)
        {
            return OwnNotifications.NotAPerson();
        }

        if (request.Items.Select(i => i.Kind).Distinct().Count() != request.Items.Count)
        {
            return Problems.Invalid("items", "Give each kind once.");
        }

        await choices.WriteAsync(me, request.Items, ct);
        return TypedResults.Ok(await choices.ReadAsync(ct));
    }

    private Guid? Me => caller.UserId;

    private IQueryable<NotificationChoice> Mine => db.Set<NotificationChoice>().Where(c => c.UserId == caller.UserId);

    private async Task<ChoiceList> ReadAsync(CancellationToken ct)
    {
        var chosen = await Mine.AsNoTracking().ToDictionaryAsync(c => c.Kind, ct);
        var items = Enum.GetValues<NotificationKind>().Select(kind => chosen.TryGetValue(kind, out var choice)
            ? new ChoiceItem(kind, choice.InApp, choice.Mail)
            : new ChoiceItem(kind, true, NotificationChoice.UsualMail(kind)));
        return new ChoiceList(box.IsSet, [.. items]);
    }

    private async Task WriteAsync(Guid me, IReadOnlyList<ChoiceItem> items, CancellationToken ct)
    {
        var chosen = await Mine.ToDictionaryAsync(c => c.Kind, ct);
        foreach (var item in items)
        {
            if (!chosen.TryGetValue(item.Kind, out var choice))
            {
                choice = new NotificationChoice { TenantId = caller.TenantId, UserId = me, Kind = item.Kind };
                db.Add(choice);
            }

            (choice.InApp, choice.Mail) = (item.InApp, item.Mail);
        }

        audit.Record("notifications.chosen", "user", me);
        await db.SaveChangesAsync(ct);
    }
}
