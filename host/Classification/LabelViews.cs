using SocialCrm.Host.Access;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>
/// Shows stored labels with what led to them. Explanations are not stored: the classifier gives them again, as long as it
/// still runs the model that gave the labels.
/// </summary>
public sealed class LabelViews(Labelling labelling, Members members, TopicSets topicSets, Caller caller)
{
    /// <summary>The labels of each text, in the same order.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<LabelView>>> OfAsync(IReadOnlyList<LabelledText> texts, CancellationToken ct)
    {
        var explained = await ExplainAsync(texts, ct);
        var people = texts.SelectMany(t => t.Labels.Items).Select(l => l.CorrectedBy).OfType<Guid>().ToHashSet();
        var names = await members.NamesAsync(people, ct);
        var topics = await topicSets.OfAsync(caller.TenantId, ct);
        return [.. texts.Select(t => View(t, label => EvidenceFor(label, t.Text ?? "", explained.GetValueOrDefault(t), topics), names))];
    }

    private async Task<Dictionary<LabelledText, Sdk.Classification>> ExplainAsync(IReadOnlyList<LabelledText> texts, CancellationToken ct)
    {
        var version = labelling.ModelVersion;
        var asked = texts.Where(t => t.Text is { Length: > 0 } && version is not null && t.Labels.ModelVersion == version
            && t.Labels.Items.Any(l => l.CorrectedBy is null)).ToList();
        var found = new Dictionary<LabelledText, Sdk.Classification>(ReferenceEqualityComparer.Instance);
        if (asked.Count > 0 && await labelling.ExplainAsync(asked.ConvertAll(t => t.ToInput()), ct) is { } answer && answer.ModelVersion == version)
        {
            for (var i = 0; i < asked.Count; i++)
            {
                found[asked[i]] = answer.Items[i];
            }
        }

        return found;
    }

    private static List<LabelView> View(LabelledText text, Func<MessageLabel, IReadOnlyList<Evidence>> evidence, Dictionary<Guid, string> names) =>
        [.. text.Labels.Items.Select(label => View(label, text.Text ?? "", evidence(label), names))];

    private static LabelView View(MessageLabel label, string text, IReadOnlyList<Evidence> evidence, Dictionary<Guid, string> names) => new(
        label.Facet,
        label.Value,
        label.Confidence,
        Explanation.Of(text, evidence),
        Explanation.Spans(text, evidence),
        label.CorrectedBy is { } user ? new Named(user, names.GetValueOrDefault(user, "")) : null);

    private static IReadOnlyList<Evidence> EvidenceFor(MessageLabel label, string text, Sdk.Classification? explained, TopicSet topics) => label switch
    {
        { CorrectedBy: not null } => [],
        { Listened: true } => topics.Explain(label.Value, text),
        _ => explained?.Labels.FirstOrDefault(l => l.Facet == label.Facet && l.Value == label.Value)?.Evidence ?? [],
    };
}
