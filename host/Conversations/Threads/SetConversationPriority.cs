using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Conversations;

/// <param name="Priority">low, normal, high or urgent.</param>
public sealed record PriorityRequest(ConversationPriority Priority);

internal static class SetConversationPriority
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/conversations/{id:guid}/priority", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("setConversationPriority").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Sets how soon a conversation should be answered</summary>
    /// <remarks>A rule may raise it later; none lowers it.</remarks>
    /// <param name="id">The conversation.</param>
    private static Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, PriorityRequest request, ConversationCommands commands, CancellationToken ct) =>
        commands.RunAsync(id, "priority", (conversation, _) => ValueTask.FromResult(Set(conversation, request.Priority)), ct);

    internal static ConversationChange? Set(Conversation conversation, ConversationPriority priority)
    {
        var before = conversation.Priority;
        conversation.Priority = priority;
        return before == priority ? null : new ConversationChange(ConversationEventKind.Priority, Name(before), Name(priority));
    }

    private static string Name(ConversationPriority priority) => priority.ToString().ToLowerInvariant();
}
