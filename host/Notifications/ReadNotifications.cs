using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Notifications;

/// <param name="ConversationId">Those about this conversation; all when left out.</param>
public sealed record ReadRequest(Guid? ConversationId = null);

internal sealed class ReadNotifications(Caller caller, WorkspaceFeed feed, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/notifications/{id:guid}/read", ReadOneAsync)
            .RequireAuthorization(Permissions.ReadWorkspace).WithName("readNotification").ProducesProblem(403).ProducesProblem(404);
        api.MapPost("/notifications/read", ReadManyAsync)
            .RequireAuthorization(Permissions.ReadWorkspace).WithName("readNotifications").ProducesProblem(403).ProducesProblem(404);
    }

    /// <summary>Marks a notification as read</summary>
    /// <remarks>What happens again after that is another one.</remarks>
    /// <param name="id">The notification.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> ReadOneAsync(Guid id, ReadNotifications command, Caller caller, OwnNotifications own, CancellationToken ct)
    {
        if (caller.UserId is not { } me)
        {
            return OwnNotifications.NotAPerson();
        }

        if (!await own.All.AnyAsync(n => n.Id == id, ct))
        {
            return Problems.NotFound("notification");
        }

        await command.ReadAsync(me, own.Unread.Where(n => n.Id == id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Marks notifications as read</summary>
    /// <remarks>All of yours, or those about one conversation.</remarks>
    private static async Task<Results<NoContent, ProblemHttpResult>> ReadManyAsync(ReadRequest request, ReadNotifications command, Caller caller, OwnNotifications own, ConversationViews conversations, CancellationToken ct)
    {
        if (caller.UserId is not { } me)
        {
            return OwnNotifications.NotAPerson();
        }

        if (request.ConversationId is { } asked && !await conversations.ExistsAsync(asked, ct))
        {
            return Problems.NotFound("conversation");
        }

        await command.ReadAsync(me, request.ConversationId is { } id ? own.Unread.Where(n => n.TargetId == id) : own.Unread, ct);
        return TypedResults.NoContent();
    }

    private async Task ReadAsync(Guid me, IQueryable<Notification> which, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await which.ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct) > 0)
        {
            await feed.TellAsync(caller.TenantId, [me]);
        }
    }
}
