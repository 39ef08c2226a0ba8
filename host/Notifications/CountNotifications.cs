using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Notifications;

/// <param name="Unread">How many were not read yet; counted up to 100.</param>
public sealed record NotificationCount(int Unread);

internal static class CountNotifications
{
    private const int MostCounted = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/notifications/count", HandleAsync)
        .RequireAuthorization(Permissions.ReadWorkspace).WithName("countNotifications").ProducesProblem(403);

    /// <summary>Counts your unread notifications</summary>
    /// <remarks>Those of the signed-in person in this organisation.</remarks>
    private static async Task<Results<Ok<NotificationCount>, ProblemHttpResult>> HandleAsync(OwnNotifications own, Caller caller, CancellationToken ct) =>
        caller.UserId is null
            ? OwnNotifications.NotAPerson()
            : TypedResults.Ok(new NotificationCount(await own.Unread.Take(MostCounted).CountAsync(ct)));
}
