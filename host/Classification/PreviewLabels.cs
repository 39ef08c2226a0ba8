using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <param name="Texts">1 to 100 texts of at most 100,000 characters each.</param>
public sealed record PreviewRequest(IReadOnlyList<string> Texts);

/// <param name="Items">For each text, in the order of the request, its labels.</param>
public sealed record PreviewAnswer(IReadOnlyList<PreviewItem> Items);

/// <param name="Labels">What the classifier says of the text.</param>
public sealed record PreviewItem(IReadOnlyList<LabelView> Labels);

internal static class PreviewLabels
{
    private const int MostTexts = 100;
    private const int LongestText = 100_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/classifiers/preview", HandleAsync)
        .RequireAuthorization(Permissions.ReadWorkspace).WithName("previewLabels").ProducesProblem(503);

    /// <summary>Tries the classifier on texts</summary>
    /// <remarks>Nothing is stored. The answer says which words led to each label.</remarks>
    private static async Task<Results<Ok<PreviewAnswer>, ProblemHttpResult>> HandleAsync(
        PreviewRequest request, Labelling labelling, CancellationToken ct)
    {
        if (Error(request.Texts) is { } problem)
        {
            return problem;
        }

        var inputs = request.Texts.Select(text => new ClassifierInput { Text = text }).ToList();
        return await labelling.ExplainAsync(inputs, ct) is { } answer
            ? TypedResults.Ok(new PreviewAnswer([.. answer.Items.Select((found, i) => Item(inputs[i].Text, found))]))
            : Problems.Of(503, "classifier-unavailable", "No classifier answers now.", "Start a plugin that brings a classifier, or try again later.");
    }

    private static ProblemHttpResult? Error(IReadOnlyList<string> texts)
    {
        if (texts.Count is 0 or > MostTexts)
        {
            return Problems.Invalid("texts", $"Give 1 to {MostTexts} texts.");
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] is not { Length: <= LongestText })
            {
                return Problems.Invalid($"texts[{i}]", $"Give a text of at most {LongestText:N0} characters.");
            }
        }

        return null;
    }

    private static PreviewItem Item(string text, Sdk.Classification found) =>
        new([.. found.Labels.Select(l => new LabelView(
            l.Facet, l.Value, Math.Round(Math.Clamp(l.Confidence, 0, 1), 3), Explanation.Of(text, l.Evidence), Explanation.Spans(text, l.Evidence), null))]);
}
