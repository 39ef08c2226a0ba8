using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <param name="TeamId">The team whose queue it goes to.</param>
public sealed record TeamRequest(Guid TeamId);

internal static class MoveConversation
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/conversations/{id:guid}/team", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("moveConversation").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Moves a conversation to a team</summary>
    /// <remarks>Who takes care of it stays as it is.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, TeamRequest request, ConversationCommands commands, Teams teams, CancellationToken ct) =>
        await teams.ExistsAsync(request.TeamId, ct)
            ? await commands.RunAsync(id, "assignment", (conversation, _) => ValueTask.FromResult(Move(conversation, request.TeamId)), ct, request.TeamId)
            : Problems.Invalid("teamId", "Choose a team of this organisation.");

    internal static ConversationChange? Move(Conversation conversation, Guid team)
    {
        var before = conversation.TeamId;
        (conversation.TeamId, conversation.AwaitsRouting) = (team, null);
        return before == team ? null : new ConversationChange(ConversationEventKind.Team, before?.ToString(), team.ToString());
    }
}
