using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <param name="Until">When it comes back by itself: a time to come, at most a year away.</param>
public sealed record SnoozeRequest(DateTimeOffset Until);

internal static class SnoozeConversation
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/conversations/{id:guid}/snooze", SnoozeAsync).RequireAuthorization(Permissions.WorkConversations)
            .WithName("snoozeConversation").ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/conversations/{id:guid}/unsnooze", UnsnoozeAsync).RequireAuthorization(Permissions.WorkConversations)
            .WithName("unsnoozeConversation").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Why a conversation cannot be put off until then; null when it can.</summary>
    public static string? Error(DateTimeOffset until, DateTimeOffset now) =>
        until > now && until - now <= Longest ? null : "Give a time to come, at most a year away.";

    public static ConversationChange? Snooze(Conversation conversation, DateTime until, DateTime now)
    {
        if (conversation.Status == ConversationStatus.Snoozed && conversation.SnoozedUntil == until)
        {
            return null;
        }

        var before = conversation.Status;
        conversation.Become(ConversationStatus.Snoozed, now, until);
        return new ConversationChange(ConversationEventKind.Snoozed, Word(before), until.ToString("O", CultureInfo.InvariantCulture));
    }

    public static ConversationChange? Wake(Conversation conversation, DateTime now)
    {
        if (conversation.Status != ConversationStatus.Snoozed)
        {
            return null;
        }

        conversation.Become(ConversationStatus.Open, now);
        return new ConversationChange(ConversationEventKind.Woken, "person", "open");
    }

    /// <summary>Puts a conversation off</summary>
    /// <remarks>Until the time, or until the customer writes again: then it is open. A late one wakes as soon as the server is there again.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> SnoozeAsync(
        Guid id, SnoozeRequest request, ConversationCommands commands, TimeProvider time, CancellationToken ct)
    {
        if (Error(request.Until, time.GetUtcNow()) is { } error)
        {
            return Problems.Invalid("until", error);
        }

        var isSetAside = false;
        var result = await commands.RunAsync(
            id,
            "status",
            (conversation, now) =>
            {
                isSetAside = conversation.Status == ConversationStatus.Spam;
                return ValueTask.FromResult(isSetAside ? null : Snooze(conversation, request.Until.UtcDateTime, now));
            },
            ct);
        return isSetAside ? Problems.Conflict("set-aside", "It is set aside. Bring it back first.") : result;
    }

    /// <summary>Brings back a conversation that was put off</summary>
    /// <remarks>It is open again. Nothing happens to one that is not snoozed.</remarks>
    /// <param name="id">The conversation.</param>
    private static Task<Results<Ok<ConversationDetail>, ProblemHttpResult>> UnsnoozeAsync(
        Guid id, ConversationCommands commands, CancellationToken ct) =>
        commands.RunAsync(id, "status", (conversation, now) => ValueTask.FromResult(Wake(conversation, now)), ct);

    private static string Word(ConversationStatus status) => status.ToString().ToLowerInvariant();
}
