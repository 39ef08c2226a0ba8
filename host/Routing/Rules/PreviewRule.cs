using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Routing;

/// <param name="Conditions">The conditions to try.</param>
public sealed record RulePreviewRequest(IReadOnlyList<RuleCondition> Conditions);

/// <summary>What a rule would have held for.</summary>
/// <param name="Count">How many of the messages looked at.</param>
/// <param name="Scanned">How many messages were looked at, newest first.</param>
/// <param name="Complete">False when there are more messages than were looked at.</param>
/// <param name="Items">The newest of them.</param>
public sealed record RulePreview(int Count, int Scanned, bool Complete, IReadOnlyList<RuleMatch> Items);

/// <param name="Id">The message.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="OccurredAt">When it was written.</param>
/// <param name="Text">Its text, cut after 300 characters.</param>
/// <param name="Why">Why the rule holds for it.</param>
public sealed record RuleMatch(Guid Id, Guid ConversationId, DateTime OccurredAt, string Text, string Why);

internal sealed class PreviewRule(MessageHistory history, RoutedMessages routing, RuleRules check, Caller caller, TimeProvider time)
{
    private const int MostScanned = 100_000;
    private const int MostShown = 20;
    private const int ChunkSize = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly IReadOnlyList<RuleAction> AnyAction = [new(RuleActionKind.Tag, "preview")];

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/rules/preview", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("previewRule").ProducesProblem(400);

    /// <summary>Tries a rule on history</summary>
    /// <remarks>
    /// Counts the customers' messages for which all conditions hold, among the newest 100,000 or as many as five seconds
    /// allow, and shows the newest 20 with the reason. Nothing is changed; each message is looked at by itself.
    /// </remarks>
    private static async Task<Results<Ok<RulePreview>, ProblemHttpResult>> HandleAsync(
        RulePreviewRequest request, PreviewRule preview, CancellationToken ct)
    {
        var errors = await preview.ErrorsAsync(new RuleRequest("preview", request.Conditions, AnyAction), ct);
        return errors.Count > 0
            ? Problems.Invalid(errors)
            : TypedResults.Ok(await preview.RunAsync(new CompiledRule(default, "", false, new RuleDefinition(request.Conditions, [])), ct));
    }

    private Task<Dictionary<string, string[]>> ErrorsAsync(RuleRequest request, CancellationToken ct) => check.ErrorsAsync(request, ct);

    private async Task<RulePreview> RunAsync(CompiledRule rule, CancellationToken ct)
    {
        var (started, scanned, count) = (time.GetTimestamp(), 0, 0);
        var shown = new List<RuleMatch>();
        await foreach (var chunk in history.NewestAsync(caller.TenantId, null, MostScanned + 1, ct).Chunk(ChunkSize).WithCancellation(ct))
        {
            if (scanned >= MostScanned || time.GetElapsedTime(started) > Longest)
            {
                return new RulePreview(count, scanned, false, shown);
            }

            foreach (var (message, why) in await TryAsync(rule, chunk, ct))
            {
                if (count++ < MostShown)
                {
                    shown.Add(new RuleMatch(message.Id, message.ConversationId, message.OccurredAt, Cut(message.Text), why));
                }
            }

            scanned += chunk.Length;
        }

        return new RulePreview(count, scanned, true, shown);
    }

    private async Task<List<(PastMessage Message, string Why)>> TryAsync(CompiledRule rule, PastMessage[] messages, CancellationToken ct)
    {
        var routed = await routing.OfAsync(caller.TenantId, messages, rule.LooksAtCustomer, rule.LooksAtRecords, ct);
        return [.. messages.Zip(routed).Select(pair => (Message: pair.First, Why: rule.Why(pair.Second))).Where(pair => pair.Why is not null).Select(pair => (pair.Message, pair.Why!))];
    }

    private static string Cut(string text) => text.Length <= 300 ? text : text[..(char.IsHighSurrogate(text[299]) ? 299 : 300)] + "…";
}
