using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Notifications;

internal static class ListNotifications
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/notifications", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listNotifications").ProducesProblem(403);

    /// <summary>Lists your notifications</summary>
    /// <remarks>Those of the signed-in person in this organisation, newest first. What happens again before it is read is one with a count.</remarks>
    /// <param name="unread">True for those that were not read yet.</param>
    private static async Task<Results<Ok<Page<NotificationItem>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, OwnNotifications own, Caller caller, ConversationViews conversations, CancellationToken ct, [FromQuery] bool unread = false)
    {
        if (caller.UserId is null)
        {
            return OwnNotifications.NotAPerson();
        }

        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var query = (unread ? own.Unread : own.All.Where(n => n.InApp)).AsNoTracking();
        if (after is { } place)
        {
            query = query.Where(n => n.At <= place.Time && (n.At < place.Time || n.Id.CompareTo(place.Id) < 0));
        }

        var rows = await query.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(limit + 1).ToListAsync(ct);
        var part = rows.ToPage(limit, n => new Cursor(n.At, n.Id));
        var known = await conversations.OfIdsAsync(part.Items.Select(n => n.TargetId).ToHashSet(), ct);
        return TypedResults.Ok(new Page<NotificationItem>([.. part.Items.Select(n => NotificationItem.Of(n, known))], part.Next));
    }
}
