using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

internal static class GetConversation
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/conversations/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.ReadWorkspace).WithName("getConversation").ProducesProblem(404);

    /// <summary>Shows a conversation</summary>
    /// <remarks>Its state, and whether a reply can be sent over its channel.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, ConversationViews views, CancellationToken ct) =>
        await views.FindAsync(id, ct) is { } conversation ? TypedResults.Ok(conversation) : Problems.NotFound("conversation");
}
