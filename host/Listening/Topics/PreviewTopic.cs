using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Listening;

/// <param name="Query">The query to try.</param>
/// <param name="After">The <c>next</c> of the answer before, for what matches further back; nothing for the first.</param>
public sealed record TopicPreviewRequest(string Query, string? After = null);

/// <summary>What a query would have found.</summary>
/// <param name="Count">How many of the messages looked at match.</param>
/// <param name="Scanned">How many messages were looked at, newest first.</param>
/// <param name="Complete">False when there are more messages than were looked at.</param>
/// <param name="Items">The newest that match.</param>
/// <param name="Next">What to pass as <c>after</c> for those that match further back; null when there are none among those looked at.</param>
public sealed record TopicPreview(int Count, int Scanned, bool Complete, IReadOnlyList<TopicMatch> Items, string? Next);

/// <param name="Id">The message.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="OccurredAt">When it was written.</param>
/// <param name="Text">Its text, cut after 1,000 characters.</param>
/// <param name="Matches">Where in the text the query matches.</param>
public sealed record TopicMatch(Guid Id, Guid ConversationId, DateTime OccurredAt, string Text, IReadOnlyList<MatchedSpan> Matches);

internal sealed class PreviewTopic(MessageHistory history, Caller caller, TimeProvider time)
{
    private const int MostScanned = 100_000;
    private const int MostShown = 20;
    private const int LongestText = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/topics/preview", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("previewTopic").ProducesProblem(400);

    /// <summary>Tries a query on history</summary>
    /// <remarks>
    /// Counts the customers' messages that match, among the newest 100,000 or as many as five seconds allow, and shows the
    /// newest 20 with the places that match; <c>after</c> goes on from there. Nothing is changed.
    /// </remarks>
    private static async Task<Results<Ok<TopicPreview>, ProblemHttpResult>> HandleAsync(
        TopicPreviewRequest request, PreviewTopic preview, CancellationToken ct) =>
        TopicRules.QueryError(request.Query) is { } error ? Problems.Invalid("query", error)
            : !Cursor.TryRead(request.After, out var after) ? Problems.Invalid("after", "Pass the value of next from the answer before, unchanged.")
            : TypedResults.Ok(await preview.RunAsync(TopicQuery.Parse(request.Query).Query!, after, ct));

    private async Task<TopicPreview> RunAsync(TopicQuery query, Cursor? after, CancellationToken ct)
    {
        var (started, scanned, count) = (time.GetTimestamp(), 0, 0);
        var shown = new List<TopicMatch>();
        await foreach (var message in history.NewestAsync(caller.TenantId, after is { } at ? (at.Time, at.Id) : null, MostScanned + 1, ct))
        {
            if (scanned == MostScanned || (scanned % 500 == 499 && time.GetElapsedTime(started) > Longest))
            {
                return Answer(count, scanned, false, shown);
            }

            scanned++;
            var text = new TokenizedText(message.Text);
            if (query.Matches(text) && count++ < MostShown)
            {
                shown.Add(Shown(message, query.Find(text)));
            }
        }

        return Answer(count, scanned, true, shown);
    }

    private static TopicPreview Answer(int count, int scanned, bool complete, List<TopicMatch> shown) =>
        new(count, scanned, complete, shown, count > shown.Count ? new Cursor(shown[^1].OccurredAt, shown[^1].Id).ToString() : null);

    private static TopicMatch Shown(PastMessage message, IReadOnlyList<MatchedSpan> spans)
    {
        var text = message.Text.Length <= LongestText ? message.Text : message.Text[..LongestText];
        text = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
        return new TopicMatch(message.Id, message.ConversationId, message.OccurredAt, text, [.. spans.Where(s => s.Start + s.Length <= text.Length)]);
    }
}
