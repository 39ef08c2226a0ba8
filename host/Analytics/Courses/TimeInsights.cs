using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Analytics;

/// <summary>How long customers wait for an answer and for a solution, and the conversations behind these numbers.</summary>
internal static class TimeInsights
{
    public static void Map(IEndpointRouteBuilder insights)
    {
        insights.MapGet("/response-time", ResponseAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getResponseTime").ProducesProblem(400);
        insights.MapGet("/response-time/conversations", AnsweredAsync).RequireAuthorization(Permissions.ReadWorkspace)
            .WithName("listAnsweredConversations").ProducesProblem(400);
        insights.MapGet("/resolution-time", ResolutionAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getResolutionTime").ProducesProblem(400);
        insights.MapGet("/resolution-time/conversations", ResolvedAsync).RequireAuthorization(Permissions.ReadWorkspace)
            .WithName("listResolvedConversations").ProducesProblem(400);
    }

    /// <summary>Response time</summary>
    /// <remarks>
    /// A customer waits from the first message that is not answered until we write in that conversation, by hand or in imported
    /// history. Each wait counts when it ends; <c>first=true</c> counts only the first answer since the customer began, or came back
    /// after it was resolved. Messages that were taken down do not count. It follows what happens within seconds.
    /// </remarks>
    /// <param name="first">True for first answers only.</param>
    private static Task<Results<Ok<Durations>, ProblemHttpResult>> ResponseAsync(
        [AsParameters] InsightQuery query, [FromQuery] bool? first, DurationReading reading, TimeProvider time, CancellationToken ct) =>
        ReadAsync(Answers(first), query, reading, time, ct);

    /// <summary>Lists the conversations behind the response time</summary>
    /// <remarks>The longest waits that ended in the period first. Who still waits stands in the list of open conversations.</remarks>
    /// <param name="first">True for first answers only.</param>
    private static Task<Results<Ok<Page<TimedConversation>>, ProblemHttpResult>> AnsweredAsync(
        [AsParameters] InsightQuery query, [FromQuery] bool? first, [AsParameters] PageQuery page, TimedConversations list, TimeProvider time, CancellationToken ct) =>
        ListAsync(Answers(first), query, page, list, time, ct);

    /// <summary>Resolution time</summary>
    /// <remarks>
    /// From a customer's first message until somebody resolves the conversation; it counts when that is done. A message after that
    /// begins anew and is counted by itself; a conversation that is opened again by hand was not resolved after all. History that arrives
    /// resolved is left out: nobody knows when it was.
    /// </remarks>
    private static Task<Results<Ok<Durations>, ProblemHttpResult>> ResolutionAsync(
        [AsParameters] InsightQuery query, DurationReading reading, TimeProvider time, CancellationToken ct) =>
        ReadAsync(DurationKind.Resolutions, query, reading, time, ct);

    /// <summary>Lists the conversations behind the resolution time</summary>
    /// <remarks>Those that were resolved in the period, the one that took longest first.</remarks>
    private static Task<Results<Ok<Page<TimedConversation>>, ProblemHttpResult>> ResolvedAsync(
        [AsParameters] InsightQuery query, [AsParameters] PageQuery page, TimedConversations list, TimeProvider time, CancellationToken ct) =>
        ListAsync(DurationKind.Resolutions, query, page, list, time, ct);

    private static DurationKind Answers(bool? first) => first == true ? DurationKind.FirstAnswers : DurationKind.Answers;

    private static async Task<Results<Ok<Durations>, ProblemHttpResult>> ReadAsync(
        DurationKind kind, InsightQuery query, DurationReading reading, TimeProvider time, CancellationToken ct) =>
        PeriodReading.TryReadOfConversations(query, Now(time), out var period, out var problem)
            ? TypedResults.Ok(await reading.ReadAsync(kind, query.Channel, period, ct))
            : problem;

    private static async Task<Results<Ok<Page<TimedConversation>>, ProblemHttpResult>> ListAsync(
        DurationKind kind, InsightQuery query, PageQuery page, TimedConversations list, TimeProvider time, CancellationToken ct) =>
        !PeriodReading.TryReadOfConversations(query, Now(time), out var period, out var problem) || !page.TryRead(out var limit, out var after, out problem)
            ? problem
            : TypedResults.Ok(await list.LongestAsync(kind, query.Channel, period, limit, after, ct));

    private static Instant Now(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
