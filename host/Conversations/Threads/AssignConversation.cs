using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <param name="UserId">The person who takes care of it from now on; null for nobody.</param>
public sealed record AssigneeRequest(Guid? UserId);

internal static class AssignConversation
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/conversations/{id:guid}/assignee", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("assignConversation").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Gives a conversation to a person</summary>
    /// <remarks>To a member of this organisation, or back to the team.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, AssigneeRequest request, ConversationCommands commands, Members members, Caller caller, CancellationToken ct) =>
        request.UserId is { } user && !await members.ExistsAsync(user, ct)
            ? Problems.Invalid("userId", "Choose a member of this organisation, or null for nobody.")
            : await commands.RunAsync(id, "assignment", (conversation, _) => ValueTask.FromResult(Assign(conversation, request.UserId, caller)), ct);

    internal static ConversationChange? Assign(Conversation conversation, Guid? user, Caller caller)
    {
        var before = conversation.AssigneeId;
        (conversation.AssigneeId, conversation.AwaitsRouting) = (user, null);
        return before == user ? null : new ConversationChange(ConversationEventKind.Assigned, before?.ToString(), user?.ToString())
        {
            // Who takes something themselves knows.
            Notice = user is { } person && person != caller.UserId ? new Notice(NotificationKind.Assigned, conversation.Id, [person]) { Actor = caller.Name } : null,
        };
    }
}
