using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Analytics;

/// <summary>The counts over time: each is one measure of the same cells.</summary>
internal static class CountInsights
{
    public static void Map(IEndpointRouteBuilder insights)
    {
        insights.MapGet("/volume", VolumeAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getVolume");
        insights.MapGet("/sentiment", SentimentAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getSentiment");
        insights.MapGet("/types", TypesAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getTypes");
        insights.MapGet("/topics", TopicsAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getTopics");
        insights.MapGet("/share-of-voice", ShareOfVoiceAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getShareOfVoice");
    }

    /// <summary>Messages over time</summary>
    /// <remarks>
    /// Counts messages by direction, at the time they were written. The messages behind each number are those of
    /// <c>GET /interactions</c> with the same from, to and filters and <c>deleted=false</c>: what was taken down is not counted.
    /// </remarks>
    private static Task<Results<Ok<InsightSeries>, ProblemHttpResult>> VolumeAsync(
        [AsParameters] InsightQuery query, Counts counts, TimeProvider time, CancellationToken ct) => AnswerAsync(Measure.Volume, query, counts, time, ct);

    /// <summary>Sentiment over time</summary>
    /// <remarks>Counts customers' messages by how they sound; <c>unlabelled</c> are those that no classifier has read yet.</remarks>
    private static Task<Results<Ok<InsightSeries>, ProblemHttpResult>> SentimentAsync(
        [AsParameters] InsightQuery query, Counts counts, TimeProvider time, CancellationToken ct) => AnswerAsync(Measure.Sentiment, query, counts, time, ct);

    /// <summary>Types of messages over time</summary>
    /// <remarks>Counts customers' messages that are questions, complaints, compliments and others.</remarks>
    private static Task<Results<Ok<InsightSeries>, ProblemHttpResult>> TypesAsync(
        [AsParameters] InsightQuery query, Counts counts, TimeProvider time, CancellationToken ct) => AnswerAsync(Measure.Types, query, counts, time, ct);

    /// <summary>Topics over time</summary>
    /// <remarks>
    /// Counts customers' messages by topic, the 50 most frequent. A message with several topics counts for each of them, and once
    /// in <c>count</c>, which is the number of messages that have any topic.
    /// </remarks>
    private static Task<Results<Ok<InsightSeries>, ProblemHttpResult>> TopicsAsync(
        [AsParameters] InsightQuery query, Counts counts, TimeProvider time, CancellationToken ct) => AnswerAsync(Measure.Topics, query, counts, time, ct);

    /// <summary>Share of voice</summary>
    /// <remarks>
    /// The same counts, with <c>shares</c>: each topic's part of all mentions of topics, so that they sum to 1. <c>topics</c> says
    /// which are brands of the organisation and which are competitors.
    /// </remarks>
    private static Task<Results<Ok<InsightSeries>, ProblemHttpResult>> ShareOfVoiceAsync(
        [AsParameters] InsightQuery query, Counts counts, TimeProvider time, CancellationToken ct) => AnswerAsync(Measure.Topics, query, counts, time, ct);

    private static async Task<Results<Ok<InsightSeries>, ProblemHttpResult>> AnswerAsync(
        Measure measure, InsightQuery query, Counts counts, TimeProvider time, CancellationToken ct) =>
        PeriodReading.TryRead(query, Instant.FromDateTimeOffset(time.GetUtcNow()), out var period, out var problem)
            ? TypedResults.Ok(await counts.ReadAsync(measure, query, period, ct))
            : problem;
}
