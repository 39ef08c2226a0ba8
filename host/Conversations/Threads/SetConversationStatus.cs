using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <param name="Status">open, waiting or resolved.</param>
public sealed record StatusRequest(ConversationStatus Status);

internal static class SetConversationStatus
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/conversations/{id:guid}/status", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("setConversationStatus").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Sets whose turn it is</summary>
    /// <remarks>Resolving a conversation settles what the customer asked in it: none of it waits for an answer any more.</remarks>
    /// <param name="id">The conversation.</param>
    private static Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, StatusRequest request, ConversationCommands commands, CrmDbContext db, CancellationToken ct) =>
        commands.RunAsync(id, "status", (conversation, now) => SetAsync(db, conversation, request.Status, now, ct), ct);

    private static async ValueTask<ConversationChange?> SetAsync(
        CrmDbContext db, Conversation conversation, ConversationStatus status, DateTime now, CancellationToken ct)
    {
        var before = conversation.Status;
        if (before == status)
        {
            return null;
        }

        conversation.Status = status;
        conversation.ResolvedAt = status == ConversationStatus.Resolved ? now : null;
        if (status == ConversationStatus.Resolved)
        {
            await Relationships.ChangeAsync(db, conversation.IdentityId, r => r.Settle(conversation.Id, now), ct);
        }

        return new ConversationChange(ConversationEventKind.Status, Name(before), Name(status));
    }

    private static string Name(ConversationStatus status) => status.ToString().ToLowerInvariant();
}
