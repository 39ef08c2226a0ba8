using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <param name="Tags">All tags of the conversation, at most 20 of 1 to 50 characters.</param>
public sealed record TagsRequest(IReadOnlyList<string> Tags);

internal static class SetConversationTags
{
    private const int LongestEvent = 256;

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/conversations/{id:guid}/tags", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("setConversationTags").ProducesProblem(404).ProducesProblem(409);

    /// <summary>Sets the tags of a conversation</summary>
    /// <remarks>They take the place of those that it has.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> HandleAsync(
        Guid id, TagsRequest request, ConversationCommands commands, CancellationToken ct) =>
        ConversationTags.Read(request.Tags) is { } tags
            ? await commands.RunAsync(id, "tags", (conversation, _) => ValueTask.FromResult(Set(conversation, tags)), ct)
            : Problems.Invalid("tags", $"Give at most {ConversationTags.Most} tags of 1 to {ConversationTags.Longest} characters.");

    internal static ConversationChange? Set(Conversation conversation, string[] tags)
    {
        var before = conversation.Tags;
        conversation.Tags = tags;
        return before.SequenceEqual(tags, StringComparer.Ordinal) ? null : new ConversationChange(ConversationEventKind.Tags, Names(before), Names(tags));
    }

    private static string? Names(string[] tags) => string.Join(", ", tags) switch
    {
        "" => null,
        { Length: > LongestEvent } names => names[..(LongestEvent - 1)] + "…",
        var names => names,
    };
}
